package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.LogisticRegression;
import fr.gercor.faq.intent.LogisticRegression.Observation;
import fr.gercor.faq.intent.TrainingSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns {@link Weights} on utterances that the signals were not made from. What is out of scope on purpose stands for the questions
 * that nothing answers. The classifier knows none of the situations in which some are asked, as people will tell others than are
 * written: where it learned half of the phrases and was asked the others, what is left without them counted for too little. Holding
 * whole intents out as well was tried: on the relevance table the weights so learned put the right page
 * first for 262 of 330 questions, against 276.
 */
final class WeightLearner {

    /** One utterance in this many is held out, and the rest trains; fewer where there are more than enough. */
    private static final int HELD_OUT_OF = 6;

    /** So many held out are enough for a dozen weights. */
    private static final int ENOUGH = 3_000;

    /**
     * Questions that nothing answers count for this share of all when confidence is calibrated. In the logs of such services one
     * message in five to one in three is out of scope.
     */
    private static final double UNANSWERABLE_SHARE = 0.25;

    private static final Logger LOG = LoggerFactory.getLogger(WeightLearner.class);

    private final Understanding understanding;
    private final List<Example> examples;
    private final TrainingSettings settings;
    private final boolean classified;
    private final Situated situated;

    /**
     * @param understanding whose analyser and passages are used; its own weights are not
     * @param examples of all labels
     * @param settings of the classifiers that are trained on each fold
     * @param classified whether classifiers are trained at all; without, the weights are those of lexical likeness alone
     * @param situated puts utterances in situations
     */
    WeightLearner(
            Understanding understanding,
            List<Example> examples,
            TrainingSettings settings,
            boolean classified,
            Situated situated) {
        this.understanding = understanding;
        this.examples = examples;
        this.settings = settings;
        this.classified = classified;
        this.situated = situated;
    }

    /** What was seen of one held-out question. */
    private record Seen(String right, String section, Understanding.Evidence evidence, Understanding model) {}

    Weights learn() {
        List<Seen> seen = ask();
        ConditionalLogit labels = ConditionalLogit.learn(labelChoices(seen), Understanding.LABEL_SIGNALS);
        ConditionalLogit sections = ConditionalLogit.learn(sectionChoices(seen), Understanding.SECTION_SIGNALS);
        LOG.info("Weights of labels {}, of sections {}", labels, sections);
        return new Weights(
                labels,
                sections,
                LogisticRegression.learn(observations(seen, labels)),
                LogisticRegression.learn(scopeObservations(seen, labels)),
                settings);
    }

    /** Holds some examples out of the training, and asks them. */
    private List<Seen> ask() {
        List<Example> kept = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        int oneIn = Math.max(HELD_OUT_OF, examples.size() / ENOUGH);
        for (Example example : examples) {
            (isHeldOut(example.question().text(), oneIn) ? heldOut : kept).add(example);
        }
        IntentModel lexical = IntentModel.lexical(kept);
        IntentModel model = classified ? lexical.trained(kept, settings) : lexical;
        Understanding own = understanding.with(model, new Weights(START, START_SECTIONS, UNSURE, UNSURE, settings));
        heldOut.addAll(situated.asked(heldOut));
        return heldOut.parallelStream()
                .map(example ->
                        new Seen(example.label(), example.sublabel(), own.gather(example.question(), Set.of()), own))
                .toList();
    }

    private static boolean isHeldOut(String key, int oneIn) {
        return Math.floorMod(key.hashCode() * 31 + 7, oneIn) == 0;
    }

    private static final ConditionalLogit START = ones(Understanding.LABEL_SIGNALS);
    private static final ConditionalLogit START_SECTIONS = ones(Understanding.SECTION_SIGNALS);
    private static final LogisticRegression UNSURE =
            new LogisticRegression(new double[0], new double[0], new double[] {0});

    private static ConditionalLogit ones(int signals) {
        double[] weights = new double[signals];
        java.util.Arrays.fill(weights, 1);
        return new ConditionalLogit(weights);
    }

    private static List<ConditionalLogit.Choice> labelChoices(List<Seen> seen) {
        List<ConditionalLogit.Choice> choices = new ArrayList<>();
        for (Seen each : seen) {
            int right = each.evidence().labels().indexOf(each.right());
            if (right >= 0) {
                choices.add(new ConditionalLogit.Choice(each.evidence().labelSignals(), right));
            }
        }
        return choices;
    }

    private List<ConditionalLogit.Choice> sectionChoices(List<Seen> seen) {
        Map<String, String> sectionOf = new java.util.HashMap<>();
        for (Example example : examples) {
            for (String anchor : understanding.sectionsWithIntents(example.label())) {
                if (understanding.intents(example.label(), anchor).contains(example.sublabel())) {
                    sectionOf.put(example.sublabel(), anchor);
                }
            }
        }
        List<ConditionalLogit.Choice> choices = new ArrayList<>();
        for (Seen each : seen) {
            String right = sectionOf.get(each.section());
            if (right == null) {
                continue;
            }
            List<String> anchors = new ArrayList<>(new TreeSet<>(understanding.sectionsWithIntents(each.right())));
            choices.add(new ConditionalLogit.Choice(
                    each.model().sectionSignals(each.evidence(), each.right(), anchors), anchors.indexOf(right)));
        }
        return choices;
    }

    private static List<Observation> observations(List<Seen> seen, ConditionalLogit labels) {
        List<Observation> answerable = new ArrayList<>();
        List<Observation> unanswerable = new ArrayList<>();
        for (Seen each : seen) {
            List<Candidate> candidates = candidates(each, labels);
            boolean topic = each.right().startsWith(Understanding.TOPIC);
            if (candidates.isEmpty()) {
                continue;
            }
            boolean right = candidates.getFirst().label().equals(each.right()) && !topic;
            double[] signals = each.model().confidenceSignals(each.evidence(), candidates);
            (topic ? unanswerable : answerable).add(new Observation(signals, right, 1));
        }
        return inProportion(answerable, unanswerable);
    }

    private static List<Observation> scopeObservations(List<Seen> seen, ConditionalLogit labels) {
        List<Observation> answerable = new ArrayList<>();
        List<Observation> unanswerable = new ArrayList<>();
        for (Seen each : seen) {
            List<Candidate> candidates = candidates(each, labels);
            if (candidates.isEmpty()) {
                continue;
            }
            boolean outside = each.right().startsWith(Understanding.OUT_OF_SCOPE);
            double[] signals = each.model().scopeSignals(each.evidence(), candidates);
            (outside ? unanswerable : answerable).add(new Observation(signals, !outside, 1));
        }
        return inProportion(answerable, unanswerable);
    }

    private static List<Candidate> candidates(Seen seen, ConditionalLogit labels) {
        double[] probabilities = labels.probabilities(seen.evidence().labelSignals());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            candidates.add(new Candidate(seen.evidence().labels().get(i), probabilities[i]));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return candidates;
    }

    private static List<Observation> inProportion(List<Observation> answerable, List<Observation> unanswerable) {
        double weight = unanswerable.isEmpty()
                ? 1
                : UNANSWERABLE_SHARE / (1 - UNANSWERABLE_SHARE) * answerable.size() / unanswerable.size();
        List<Observation> all = new ArrayList<>(answerable);
        unanswerable.forEach(each -> all.add(new Observation(each.signals(), each.yes(), weight)));
        return all;
    }
}
