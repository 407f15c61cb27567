package fr.gercor.faq.answer;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of what the pages are about, found in questions whatever stands between their words. */
final class Subjects {

    private record Name(String page, Set<String> stems) {}

    private final Map<String, List<Name>> byFirstStem = new HashMap<>();

    Subjects(Content content, QuestionAnalyser analyser) {
        for (Page page : content.pages()) {
            for (String topic : page.topics()) {
                Set<String> stems = analyser.read(topic).contentTokens().stream()
                        .map(Token::stem)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (!stems.isEmpty()) {
                    byFirstStem
                            .computeIfAbsent(stems.iterator().next(), ignored -> new ArrayList<>())
                            .add(new Name(page.id(), stems));
                }
            }
        }
    }

    /** The pages whose subject a question names. */
    Set<String> namedIn(Question question) {
        Set<String> stems = new HashSet<>();
        question.tokens().forEach(token -> stems.add(token.stem()));
        question.expansions().forEach(token -> stems.add(token.stem()));
        Set<String> pages = new HashSet<>();
        for (String stem : stems) {
            for (Name name : byFirstStem.getOrDefault(stem, List.of())) {
                if (stems.containsAll(name.stems())) {
                    pages.add(name.page());
                }
            }
        }
        return pages;
    }
}
