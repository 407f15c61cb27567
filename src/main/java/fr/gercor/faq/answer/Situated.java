package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.catalogue.Situations.Situation;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts utterances in situations (« pendant la chimio », « opéré de l'estomac »), so that the words of a situation are learned to be
 * no subject. Which utterance is put in which situation depends on its text alone: every training makes the same copies.
 */
final class Situated {

    /** So many utterances give one copy to learn from, which makes the examples a twentieth more; with one in six it was no worse. */
    private static final int TRAINED_ONE_IN = 4;

    /** Longer utterances tell their situation themselves. */
    private static final int LONGEST = 14;

    private final Situations situations;
    private final QuestionAnalyser analyser;
    private final List<Phrase> phrases;

    /** What is said of a situation. */
    private record Phrase(Situation situation, String text, boolean before, Set<String> stems) {

        String with(String utterance) {
            if (before) {
                return text.strip() + " " + utterance;
            }
            String asked = utterance.strip();
            String plain = asked.replaceAll("[\\s\\p{Z}?!.…]+$", "");
            return plain + " " + text.strip() + (asked.endsWith("?") ? " ?" : "");
        }
    }

    Situated(Situations situations, QuestionAnalyser analyser) {
        this.situations = situations;
        this.analyser = analyser;
        this.phrases = new ArrayList<>();
        for (Situation situation : situations.all()) {
            situation.before().forEach(text -> phrases.add(phrase(situation, text, true)));
            situation.after().forEach(text -> phrases.add(phrase(situation, text, false)));
        }
    }

    private Phrase phrase(Situation situation, String text, boolean before) {
        return new Phrase(situation, text, before, stems(analyser.read(text)));
    }

    private static Set<String> stems(Question question) {
        return question.contentTokens().stream().map(Token::stem).collect(Collectors.toSet());
    }

    /** Copies to learn from, of some of the examples. */
    List<Example> trained(List<Example> examples) {
        return copies(examples);
    }

    private List<Example> copies(List<Example> examples) {
        return examples.parallelStream()
                .filter(example -> situations.arise(example.label()))
                .filter(example -> example.question().tokens().size() <= LONGEST)
                .filter(example -> Integer.remainderUnsigned(mixed(example), TRAINED_ONE_IN) == 0)
                .flatMap(example -> copy(example).stream())
                .toList();
    }

    private Optional<Example> copy(Example example) {
        Question question = example.question();
        Set<String> said = stems(question);
        List<Phrase> fitting = phrases.stream()
                .filter(phrase -> phrase.situation().suits(example.label()))
                .filter(phrase -> phrase.stems().stream().noneMatch(said::contains))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Phrase phrase = fitting.get(Integer.remainderUnsigned(mixed(example) >>> 8, fitting.size()));
        return Optional.of(
                new Example(analyser.read(phrase.with(question.text())), example.label(), example.sublabel()));
    }

    /** The bits of the text's hash well mixed (murmur3): plain remainders would choose with those that hold examples out. */
    private static int mixed(Example example) {
        int hash = example.question().text().hashCode();
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }
}
