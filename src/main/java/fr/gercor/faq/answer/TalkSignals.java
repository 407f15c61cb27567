package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks for each candidate of a question that may lean on the talk; the weights are {@link TalkWeights}. */
final class TalkSignals {

    /** Words that stand for the subject of the talk. « Sa » is « ça » as often as a possessive, and tells nothing. */
    private static final Set<String> POINTERS =
            Set.of("ca", "cela", "il", "elle", "ils", "elles", "en", "y", "celui", "celle", "ceux", "celles");

    /** What people say when they change the subject, as forms between spaces. */
    private static final List<String> CHANGES = List.of(
            " autre question ",
            " autre sujet ",
            " autre chose ",
            " rien a voir ",
            " sinon ",
            " par ailleurs ",
            " au fait ");

    /** A candidate that one of the rankings leaves out counts as this probable in it. */
    private static final double LEAST = 1e-3;

    private final Question question;
    private final Ranking alone;
    private final Ranking completed;
    private final Page talk;
    private final List<String> labels;

    /**
     * @param question asked
     * @param alone how it ranks by itself
     * @param completed how it ranks with the subject of the talk
     * @param talk the page that was quoted last
     */
    TalkSignals(Question question, Ranking alone, Ranking completed, Page talk) {
        this.question = question;
        this.alone = alone;
        this.completed = completed;
        this.talk = talk;
        Set<String> all = new LinkedHashSet<>();
        alone.labels().forEach(candidate -> all.add(candidate.label()));
        completed.labels().forEach(candidate -> all.add(candidate.label()));
        all.add(talk.id());
        labels = new ArrayList<>(all);
    }

    /** The candidates of either ranking, and the page of the talk. */
    List<String> labels() {
        return labels;
    }

    /** One row for each label, in their order. */
    double[][] rows() {
        Map<String, Double> byItself = probabilities(alone);
        Map<String, Double> withTalk = probabilities(completed);
        Map<String, LabelSignals> signals = alone.evidence().signals().byLabel();
        Set<String> named = alone.evidence().named();
        double uncovered =
                signals.containsKey(talk.id()) ? 1 - signals.get(talk.id()).coverage() : 1;
        double points = question.tokens().stream().anyMatch(token -> POINTERS.contains(token.form())) ? 1 : 0;
        double changes = changesTheSubject() ? 1 : 0;
        return labels.stream()
                .map(label -> {
                    boolean same = label.equals(talk.id());
                    double cosine =
                            signals.containsKey(label) ? signals.get(label).cosine() : 0;
                    return new double[] {
                        Math.log(Math.max(LEAST, byItself.getOrDefault(label, 0.0))),
                        Math.log(Math.max(LEAST, withTalk.getOrDefault(label, 0.0))),
                        same ? 1 : 0,
                        same ? points : 0,
                        same ? 0 : uncovered,
                        same ? 0 : cosine,
                        talk.related().contains(label) ? 1 : 0,
                        same ? 0 : changes,
                        !same && named.contains(label) ? byItself.getOrDefault(label, 0.0) : 0,
                    };
                })
                .toArray(double[][]::new);
    }

    private boolean changesTheSubject() {
        String said = question.tokens().stream().map(Token::form).collect(Collectors.joining(" ", " ", " "));
        return CHANGES.stream().anyMatch(said::contains);
    }

    private static Map<String, Double> probabilities(Ranking ranking) {
        return ranking.labels().stream().collect(Collectors.toMap(Candidate::label, Candidate::probability));
    }
}
