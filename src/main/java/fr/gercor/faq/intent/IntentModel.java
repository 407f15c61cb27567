package fr.gercor.faq.intent;

import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Everything learned from a set of examples: their index, their vectors, and the classifiers once they are trained. Without them
 * it serves at once, by lexical likeness alone.
 */
public final class IntentModel {

    /** How many of the nearest utterances are looked at. */
    private static final int NEIGHBOURS = 40;

    /** Votes count the cosine to this power, so that a near utterance outweighs several far ones. */
    private static final int VOTE_POWER = 4;

    /** A thread for each task: the common pool has one where there are two cores. */
    private static final Executor BESIDE =
            task -> Thread.ofPlatform().daemon().name("beside").start(task);

    private final List<Example> examples;
    private final List<String> labels;
    private final int[] labelOf;
    private final FeatureSpace space;
    private final List<SparseVector> vectors;
    private final UtteranceIndex index;
    private final LabelWords labelWords;
    private final Optional<Classifiers> classifiers;

    private IntentModel(
            List<Example> examples,
            List<String> labels,
            int[] labelOf,
            FeatureSpace space,
            List<SparseVector> vectors,
            UtteranceIndex index,
            LabelWords labelWords,
            Optional<Classifiers> classifiers) {
        this.examples = examples;
        this.labels = labels;
        this.labelOf = labelOf;
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
        CompletableFuture<UtteranceIndex> index =
                CompletableFuture.supplyAsync(() -> new UtteranceIndex(questions), BESIDE);
        FeatureSpace.Fitted fitted = FeatureSpace.of(questions);
        // In the order of the classifiers, so that one place stands for a label everywhere.
        List<String> labels =
                examples.stream().map(Example::label).distinct().sorted().toList();
        Map<String, Integer> places = HashMap.newHashMap(labels.size());
        labels.forEach(label -> places.put(label, places.size()));
        int[] labelOf = examples.stream()
                .mapToInt(example -> places.getOrDefault(example.label(), -1))
                .toArray();
        return new IntentModel(
                List.copyOf(examples),
                labels,
                labelOf,
                fitted.space(),
                fitted.vectors(),
                index.join(),
                LabelWords.of(examples, labelOf, labels.size()),
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
        List<String> right = examples.stream().map(Example::label).toList();
        CompletableFuture<LinearModel> softmax = CompletableFuture.supplyAsync(
                () -> SoftmaxTrainer.train(vectors, right, space.size(), settings), BESIDE);
        List<SparseVector> words = examples.parallelStream()
                .map(example -> space.stemVector(example.question()))
                .toList();
        LinearModel maxent = MaxentTrainer.train(words, right, space.size(), settings);
        return with(new Classifiers(maxent, softmax.join()));
    }

    private IntentModel with(Classifiers trained) {
        return new IntentModel(examples, labels, labelOf, space, vectors, index, labelWords, Optional.of(trained));
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

    /**
     * This model with classifiers that were written from a model of the very same examples.
     *
     * @throws IOException if they tell other labels apart, or can't be read
     */
    public IntentModel read(DataInput in) throws IOException {
        Classifiers read = new Classifiers(LinearModel.read(in), LinearModel.read(in));
        if (!read.maxent().labels().equals(labels) || !read.softmax().labels().equals(labels)) {
            throw new IOException("it was trained for other labels");
        }
        return with(read);
    }

    /**
     * What speaks for each label.
     *
     * @param question asked
     * @param hidden labels that are left out, as if they had no example
     */
    public Signals signals(Question question, Set<String> hidden) {
        SparseVector vector = space.vector(question);
        boolean[] left = new boolean[labels.size()];
        hidden.forEach(label -> leave(label, left));
        double[] cosines = new double[left.length];
        double[] votes = new double[left.length];
        Map<String, Double> sublabels = new HashMap<>();
        double allVotes = 0;
        for (int place : index.nearest(question, hidden.isEmpty() ? NEIGHBOURS : 2 * NEIGHBOURS)) {
            int label = labelOf[place];
            if (left[label]) {
                continue;
            }
            double cosine = vector.dot(vectors.get(place));
            double vote = Math.pow(cosine, VOTE_POWER);
            allVotes += vote;
            cosines[label] = Math.max(cosines[label], cosine);
            votes[label] += vote;
            sublabels.merge(examples.get(place).sublabel(), cosine, Math::max);
        }
        Posteriors maxent = Posteriors.NONE;
        Posteriors softmax = Posteriors.NONE;
        if (classifiers.isPresent()) {
            maxent = Posteriors.of(classifiers.get().maxent().scores(space.stemVector(question)), left);
            softmax = Posteriors.of(classifiers.get().softmax().scores(vector), left);
        }
        double[] coverages = labelWords.coverages(question);
        double enough = bestCovered(coverages, left);
        Map<String, LabelSignals> byLabel = new HashMap<>();
        for (int label = 0; label < left.length; label++) {
            boolean candidate = cosines[label] > 0
                    || softmax.log(label) > LEAST
                    || coverages[label] > 0 && coverages[label] >= enough;
            if (candidate && !left[label]) {
                byLabel.put(
                        labels.get(label),
                        new LabelSignals(
                                Math.max(maxent.log(label), LabelSignals.LEAST_LOG_POSTERIOR),
                                Math.max(softmax.log(label), LabelSignals.LEAST_LOG_POSTERIOR),
                                cosines[label],
                                allVotes == 0 ? 0 : votes[label] / allVotes,
                                coverages[label]));
            }
        }
        return new Signals(byLabel, sublabels, softmax.energy(), unknown(question));
    }

    private void leave(String label, boolean[] left) {
        int place = Collections.binarySearch(labels, label);
        if (place >= 0) {
            left[place] = true;
        }
    }

    /** Labels less probable than this, and near no utterance, are not worth a candidate. */
    private static final double LEAST = Math.log(0.002);

    /** As many labels as cover most of the question are candidates too. */
    private static final int BEST_COVERED = 6;

    /** The coverage from which on a label is among the best covered. */
    private static double bestCovered(double[] coverages, boolean[] left) {
        double[] sorted = IntStream.range(0, coverages.length)
                .filter(label -> !left[label])
                .mapToDouble(label -> coverages[label])
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - BEST_COVERED)];
    }

    /**
     * What one classifier thinks of all labels.
     *
     * @param logs of the posteriors, by the places of the labels
     * @param energy the logarithm of the sum of the exponentials of the scores
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Posteriors(float[] logs, double energy) {
        static final Posteriors NONE = new Posteriors(new float[0], 0);

        static Posteriors of(float[] scores, boolean[] left) {
            for (int label = 0; label < scores.length; label++) {
                if (left[label]) {
                    scores[label] = Float.NEGATIVE_INFINITY;
                }
            }
            double energy = logSumExp(scores);
            for (int label = 0; label < scores.length; label++) {
                scores[label] -= (float) energy;
            }
            return new Posteriors(scores, energy);
        }

        double log(int label) {
            return logs.length == 0 ? Double.NEGATIVE_INFINITY : logs[label];
        }
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
