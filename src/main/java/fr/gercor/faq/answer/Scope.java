package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells by its words alone a question about something else: one that names a subject out of scope on purpose, and neither a subject
 * of our pages nor a word that speaks of cancer anywhere.
 */
final class Scope {

    /** The stems on at least this share of the pages are the language of oncology rather than of one page. */
    private final Set<String> subjects = new HashSet<>();

    private final List<List<String>> terms = new ArrayList<>();

    Scope(Content content, Catalogue catalogue, QuestionAnalyser analyser) {
        content.pages().forEach(page -> page.topics().forEach(topic -> analyser.read(topic).contentTokens().stream()
                .filter(token -> token.form().length() > 3)
                .forEach(token -> subjects.add(token.stem()))));
        catalogue.outOfScope().forEach(topic -> topic.terms().forEach(term -> {
            List<String> stems = stems(analyser.read(term));
            if (!stems.isEmpty()) {
                terms.add(stems);
            }
        }));
    }

    /** Whether the question names a subject out of scope, and none of ours. */
    boolean namesOnlyOtherSubjects(Question question) {
        List<String> stems = stems(question);
        boolean ours = stems.stream().anyMatch(subjects::contains)
                || question.expansions().stream().anyMatch(token -> subjects.contains(token.stem()));
        return !ours && terms.stream().anyMatch(term -> java.util.Collections.indexOfSubList(stems, term) >= 0);
    }

    private static List<String> stems(Question question) {
        return question.tokens().stream().map(Token::stem).toList();
    }
}
