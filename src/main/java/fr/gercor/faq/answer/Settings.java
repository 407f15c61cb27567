package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes out of questions the words that may tell only in which situation they are asked. */
final class Settings {

    private final Set<String> stems;

    Settings(Situations situations, QuestionAnalyser analyser) {
        stems = situations.all().stream()
                .flatMap(situation -> situation.words().stream())
                .flatMap(word -> analyser.read(word).contentTokens().stream())
                .map(Token::stem)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is left of a question; the question itself where nothing is taken out or no word with a meaning is left. */
    Question rest(Question question) {
        if (question.tokens().stream().noneMatch(token -> stems.contains(token.stem()))) {
            return question;
        }
        Question rest = question.without(stems);
        return rest.contentTokens().isEmpty() ? question : rest;
    }
}
