package fr.gercor.faq.intent;

import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.snapshot.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    private final Names labels;
    private final Names sublabels;
    private final FeatureSpace space;
    private final SparseVectors vectors;
    private final UtteranceIndex index;
    private final LabelWords labelWords;
    private final Optional<Classifiers> classifiers;

    private IntentModel(
            Names labels,
            Names sublabels,
            FeatureSpace space,
            SparseVectors vectors,
            UtteranceIndex index,
            LabelWords labelWords,
            Optional<Classifiers> classifiers) {
        this.labels = labels;
        this.sublabels = sublabels;
        this.space = space;
        this.vectors = vectors;
        this.index = index;
        this.labelWords = labelWords;
        this.classifiers = classifiers;
    }

    /**
     * The names that examples have, and which of them each has. The examples themselves are not kept: their analysis takes more
     * memory than everything that is learned from them.
     *
     * @param all in their natural order, which is the classifiers', so that one place stands for a label everywhere
     * @param of each example, the place of its name
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Names(List<String> all, int[] of) {

        /** Stands for the name of an example that was taken out. */
        static final int GONE = -1;

        static Names of(List<Example> examples, Function<Example, String> name) {
            List<String> all = examples.stream().map(name).distinct().sorted().toList();
            Map<String, Integer> places = HashMap.newHashMap(all.size());
            all.forEach(each -> places.put(each, places.size()));
            return new Names(
                    all,
                    examples.stream()
                            .mapToInt(example -> places.getOrDefault(name.apply(example), GONE))
                            .toArray());
        }

        /** These without some examples, and with others; new names stand behind the old. */
        Names changed(BitSet gone, List<String> more) {
            List<String> names = new ArrayList<>(all);
            more.stream()
                    .distinct()
                    .filter(name -> !all.contains(name))
                    .sorted()
                    .forEach(names::add);
            int[] places = Arrays.copyOf(of, of.length + more.size());
            gone.stream().forEach(place -> places[place] = GONE);
            for (int i = 0; i < more.size(); i++) {
                places[of.length + i] = names.indexOf(more.get(i));
            }
            return new Names(List.copyOf(names), places);
        }

        String get(int example) {
            return all.get(of[example]);
        }

        void write(DataOutput out) throws IOException {
            out.writeInt(all.size());
            for (String each : all) {
                out.writeUTF(each);
            }
            Numbers.write(of, out);
        }

        static Names read(DataInput in) throws IOException {
            List<String> all = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                all.add(in.readUTF());
            }
            return new Names(List.copyOf(all), Numbers.ints(in));
        }
    }

    /**
     * The model without a classifier.
     *
     * @param examples that questions are compared to
     */
    public static IntentModel lexical(List<Example> examples) {
        List<Question> questions = examples.stream().map(Example::question).toList();
        CompletableFuture<UtteranceIndex> index =
                CompletableFuture.supplyAsync(() -> UtteranceIndex.of(questions), BESIDE);
        FeatureSpace.Fitted fitted = FeatureSpace.of(questions);
        Names labels = Names.of(examples, Example::label);
        return new IntentModel(
                labels,
                Names.of(examples, Example::sublabel),
                fitted.space(),
                fitted.vectors(),
                index.join(),
                LabelWords.of(examples, labels.of(), labels.all().size()),
                Optional.empty());
    }

    /**
     * The two classifiers, which err on different questions.
     *
     * @param maxent OpenNLP's, over stems
     * @param softmax over all features
     */
    private record Classifiers(LinearModel maxent, LinearModel softmax) {}

    /** This model with classifiers that learn from the very examples that it was made of. */
    public IntentModel trained(List<Example> examples, TrainingSettings settings) {
        return trained(examples, List.of(), settings);
    }

    /**
     * This model with its classifiers, trained side by side on two threads.
     *
     * @param examples the very ones that the model was made of
     * @param more that the classifiers learn from as well, though questions are not compared to them; of labels that examples have
     * @param settings how they are trained
     */
    public IntentModel trained(List<Example> examples, List<Example> more, TrainingSettings settings) {
        List<Example> all = Stream.concat(examples.stream(), more.stream()).toList();
        List<String> right = all.stream().map(Example::label).toList();
        List<SparseVector> features = new ArrayList<>(vectors);
        features.addAll(more.parallelStream()
                .map(example -> space.vector(example.question()))
                .toList());
        CompletableFuture<LinearModel> softmax = CompletableFuture.supplyAsync(
                () -> SoftmaxTrainer.train(features, right, space.size(), settings), BESIDE);
        List<SparseVector> words = all.parallelStream()
                .map(example -> space.stemVector(example.question()))
                .toList();
        LinearModel maxent = MaxentTrainer.train(words, right, space.size(), settings);
        return with(new Classifiers(maxent, softmax.join()));
    }

    /**
     * This model without some examples and with others, which serves at once: features, their weights and the classifiers stay as they
     * were learned, until all is learned anew.
     *
     * @param gone the places of examples that are no more
     * @param more examples, whose places follow
     */
    public IntentModel changed(BitSet gone, List<Example> more) {
        Names newLabels = labels.changed(gone, more.stream().map(Example::label).toList());
        List<Question> questions = more.stream().map(Example::question).toList();
        return new IntentModel(
                newLabels,
                sublabels.changed(gone, more.stream().map(Example::sublabel).toList()),
                space,
                vectors.with(questions.stream().map(space::vector).toList()),
                index.with(questions),
                labelWords.with(
                        more,
                        Arrays.copyOfRange(newLabels.of(), labels.of().length, newLabels.of().length),
                        newLabels.all().size()),
                classifiers);
    }

    /** This model without its classifiers. */
    public IntentModel untrained() {
        return new IntentModel(labels, sublabels, space, vectors, index, labelWords, Optional.empty());
    }

    private IntentModel with(Classifiers trained) {
        return new IntentModel(labels, sublabels, space, vectors, index, labelWords, Optional.of(trained));
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

    /** Writes all of it; the classifiers must have been trained. */
    public void write(DataOutput out) throws IOException {
        labels.write(out);
        sublabels.write(out);
        space.write(out);
        vectors.write(out);
        index.write(out);
        labelWords.write(out);
        classifiers.orElseThrow().maxent().write(out);
        classifiers.orElseThrow().softmax().write(out);
    }

    /** Reads what was written. */
    public static IntentModel read(DataInput in) throws IOException {
        Names labels = Names.read(in);
        Names sublabels = Names.read(in);
        FeatureSpace space = FeatureSpace.read(in);
        SparseVectors vectors = SparseVectors.read(in);
        UtteranceIndex index = UtteranceIndex.read(in);
        LabelWords labelWords = LabelWords.read(in);
        Classifiers classifiers = new Classifiers(LinearModel.read(in), LinearModel.read(in));
        return new IntentModel(labels, sublabels, space, vectors, index, labelWords, Optional.of(classifiers));
    }

    /** What speaks for each label, for a question that tells no situation. */
    public Signals signals(Question question, Set<String> hidden) {
        return signals(question, question, hidden);
    }

    /**
     * What speaks for each label.
     *
     * @param question asked
     * @param rest the question without the words that may tell a situation only; may be the question itself
     * @param hidden labels that are left out, as if they had no example
     */
    public Signals signals(Question question, Question rest, Set<String> hidden) {
        SparseVector vector = space.vector(question);
        boolean[] left = new boolean[labels.all().size()];
        hidden.forEach(label -> leave(label, left));
        double[] cosines = new double[left.length];
        double[] votes = new double[left.length];
        Map<String, Double> bySublabel = new HashMap<>();
        double allVotes = 0;
        for (int place : index.nearest(question, hidden.isEmpty() ? NEIGHBOURS : 2 * NEIGHBOURS)) {
            int label = labels.of()[place];
            if (label == Names.GONE || left[label]) {
                continue;
            }
            double cosine = vectors.dot(place, vector);
            double vote = Math.pow(cosine, VOTE_POWER);
            allVotes += vote;
            cosines[label] = Math.max(cosines[label], cosine);
            votes[label] += vote;
            bySublabel.merge(sublabels.get(place), cosine, Math::max);
        }
        Posteriors maxent = Posteriors.NONE;
        Posteriors softmax = Posteriors.NONE;
        if (classifiers.isPresent()) {
            maxent = Posteriors.of(classifiers.get().maxent().scores(space.stemVector(question)), left);
            softmax = Posteriors.of(classifiers.get().softmax().scores(vector), left);
        }
        double[] coverages = labelWords.coverages(question);
        Posteriors restSoftmax = softmax;
        double[] restCoverages = coverages;
        if (!rest.equals(question)) {
            restCoverages = labelWords.coverages(rest);
            if (classifiers.isPresent()) {
                restSoftmax = Posteriors.of(classifiers.get().softmax().scores(space.vector(rest)), left);
            }
        }
        double enough = bestCovered(coverages, left);
        Map<String, LabelSignals> byLabel = new HashMap<>();
        for (int label = 0; label < left.length; label++) {
            boolean candidate = cosines[label] > 0
                    || softmax.log(label) > LEAST
                    || restSoftmax.log(label) > LEAST
                    || coverages[label] > 0 && coverages[label] >= enough;
            if (candidate && !left[label]) {
                byLabel.put(
                        labels.all().get(label),
                        new LabelSignals(
                                Math.max(maxent.log(label), LabelSignals.LEAST_LOG_POSTERIOR),
                                Math.max(softmax.log(label), LabelSignals.LEAST_LOG_POSTERIOR),
                                cosines[label],
                                allVotes == 0 ? 0 : votes[label] / allVotes,
                                coverages[label],
                                Math.max(restSoftmax.log(label), LabelSignals.LEAST_LOG_POSTERIOR),
                                restCoverages[label]));
            }
        }
        return new Signals(byLabel, bySublabel, softmax.energy(), unknown(question));
    }

    private void leave(String label, boolean[] left) {
        int place = labels.all().indexOf(label);
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
     * What one classifier thinks of all labels that it was trained on.
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
            return label < logs.length ? logs[label] : Double.NEGATIVE_INFINITY;
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
