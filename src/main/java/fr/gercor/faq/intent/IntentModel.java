package fr.gercor.faq.intent;

import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Everything learned from a set of examples: their index, their vectors, and the classifiers once they are trained. Without them
 * it serves at once, by lexical likeness alone.
 */
public final class IntentModel {

    /** How many of the nearest utterances are looked at. */
    private static final int NEIGHBOURS = 40;

    /** Votes count the cosine to this power, so that a near utterance outweighs several far ones. */
    private static final int VOTE_POWER = 4;

    private final List<Example> examples;
    private final FeatureSpace space;
    private final List<SparseVector> vectors;
    private final UtteranceIndex index;
    private final LabelWords labelWords;
    private final Optional<Classifiers> classifiers;

    private IntentModel(
            List<Example> examples,
            FeatureSpace space,
            List<SparseVector> vectors,
            UtteranceIndex index,
            LabelWords labelWords,
            Optional<Classifiers> classifiers) {
        this.examples = examples;
        this.space = space;
        this.vectors = vectors;
        this.index = index;
        this.labelWords = labelWords;
        this.classifiers = classifiers;
    }

    /**
     * The model without a classifier.
     *
     * @param examples that questions are compared to
     */
    public static IntentModel lexical(List<Example> examples) {
        List<Question> questions = examples.stream().map(Example::question).toList();
        CompletableFuture<UtteranceIndex> index = CompletableFuture.supplyAsync(() -> new UtteranceIndex(questions));
        FeatureSpace.Fitted fitted = FeatureSpace.of(questions);
        return new IntentModel(
                List.copyOf(examples),
                fitted.space(),
                fitted.vectors(),
                index.join(),
                LabelWords.of(examples),
                Optional.empty());
    }

    /**
     * The two classifiers, which err on different questions.
     *
     * @param maxent OpenNLP's, over stems
     * @param softmax over all features
     */
    private record Classifiers(LinearModel maxent, LinearModel softmax) {}

    /**
     * This model with its classifiers, trained side by side on two threads.
     *
     * @param settings how they are trained
     */
    public IntentModel trained(TrainingSettings settings) {
        List<String> labels = examples.stream().map(Example::label).toList();
        CompletableFuture<LinearModel> softmax =
                CompletableFuture.supplyAsync(() -> SoftmaxTrainer.train(vectors, labels, space.size(), settings));
        List<SparseVector> words = examples.parallelStream()
                .map(example -> space.stemVector(example.question()))
                .toList();
        LinearModel maxent = MaxentTrainer.train(words, labels, space.size(), settings);
        return with(new Classifiers(maxent, softmax.join()));
    }

    private IntentModel with(Classifiers trained) {
        return new IntentModel(examples, space, vectors, index, labelWords, Optional.of(trained));
    }

    /** Whether the classifiers have been trained. */
    public boolean isTrained() {
        return classifiers.isPresent();
    }

    /** How many features there are, and how many of them each classifier weighs. */
    public String size() {
        return "%d features, %d of them in OpenNLP's classifier, %d in the sparse one"
                .formatted(
                        space.size(),
                        classifiers.map(each -> each.maxent().features()).orElse(0),
                        classifiers.map(each -> each.softmax().features()).orElse(0));
    }

    /** Writes the classifiers, which must have been trained. */
    public void write(DataOutput out) throws IOException {
        classifiers.orElseThrow().maxent().write(out);
        classifiers.orElseThrow().softmax().write(out);
    }

    /** This model with classifiers that were written from a model of the very same examples. */
    public IntentModel read(DataInput in) throws IOException {
        return with(new Classifiers(LinearModel.read(in), LinearModel.read(in)));
    }

    /**
     * What speaks for each label.
     *
     * @param question asked
     * @param hidden labels that are left out, as if they had no example
     */
    public Signals signals(Question question, Set<String> hidden) {
        SparseVector vector = space.vector(question);
        Map<String, Neighbourhood> found = new HashMap<>();
        Map<String, Double> sublabels = new HashMap<>();
        double votes = 0;
        for (int place : index.nearest(question, hidden.isEmpty() ? NEIGHBOURS : 2 * NEIGHBOURS)) {
            Example example = examples.get(place);
            if (hidden.contains(example.label())) {
                continue;
            }
            double cosine = vector.dot(vectors.get(place));
            double vote = Math.pow(cosine, VOTE_POWER);
            votes += vote;
            found.computeIfAbsent(example.label(), ignored -> new Neighbourhood())
                    .add(cosine, vote);
            sublabels.merge(example.sublabel(), cosine, Math::max);
        }
        Map<String, Double> maxent = new HashMap<>();
        Map<String, Double> softmax = new HashMap<>();
        double energy = 0;
        if (classifiers.isPresent()) {
            posteriors(classifiers.get().maxent(), space.stemVector(question), hidden, maxent);
            energy = posteriors(classifiers.get().softmax(), vector, hidden, softmax);
        }
        Map<String, Double> coverages = labelWords.coverages(question);
        Set<String> labels = new HashSet<>(found.keySet());
        softmax.forEach((label, posterior) -> {
            if (posterior > LEAST) {
                labels.add(label);
            }
        });
        coverages.entrySet().stream()
                .filter(each -> !hidden.contains(each.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(BEST_COVERED)
                .forEach(each -> labels.add(each.getKey()));
        Map<String, LabelSignals> byLabel = new HashMap<>();
        for (String label : labels) {
            Neighbourhood near = found.getOrDefault(label, NOBODY);
            byLabel.put(
                    label,
                    new LabelSignals(
                            atLeast(maxent.get(label)),
                            atLeast(softmax.get(label)),
                            near.cosine,
                            votes == 0 ? 0 : near.votes / votes,
                            coverages.getOrDefault(label, 0.0)));
        }
        return new Signals(byLabel, sublabels, energy, unknown(question));
    }

    /** What the nearest utterances of a label add up to. */
    private static final class Neighbourhood {
        private double cosine;
        private double votes;

        void add(double nearCosine, double vote) {
            cosine = Math.max(cosine, nearCosine);
            votes += vote;
        }
    }

    private static final Neighbourhood NOBODY = new Neighbourhood();

    /** Labels less probable than this, and near no utterance, are not worth a candidate. */
    private static final double LEAST = Math.log(0.002);

    /** As many labels as cover most of the question are candidates too. */
    private static final int BEST_COVERED = 6;

    private static double atLeast(@Nullable Double posterior) {
        return posterior == null
                ? LabelSignals.LEAST_LOG_POSTERIOR
                : Math.max(posterior, LabelSignals.LEAST_LOG_POSTERIOR);
    }

    /** Fills in the logarithms of the posteriors; returns the energy. */
    private static double posteriors(
            LinearModel classifier, SparseVector vector, Set<String> hidden, Map<String, Double> posteriors) {
        List<String> labels = classifier.labels();
        float[] scores = classifier.scores(vector);
        for (int i = 0; i < scores.length; i++) {
            if (hidden.contains(labels.get(i))) {
                scores[i] = Float.NEGATIVE_INFINITY;
            }
        }
        double energy = logSumExp(scores);
        for (int i = 0; i < scores.length; i++) {
            posteriors.put(labels.get(i), scores[i] - energy);
        }
        return energy;
    }

    private static double unknown(Question question) {
        List<Token> tokens = question.contentTokens();
        return tokens.isEmpty()
                ? 0
                : (double) tokens.stream().filter(token -> !token.known()).count() / tokens.size();
    }

    private static double logSumExp(float[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - highest);
        }
        return highest + Math.log(sum);
    }
}
