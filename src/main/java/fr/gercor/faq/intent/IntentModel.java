package fr.gercor.faq.intent;

import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything learned from a set of examples: their index, their vectors, and the classifier once it is trained. Without a classifier
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
    private final List<SparseVector> wordVectors;
    private final UtteranceIndex index;
    private final Map<String, Set<String>> stemsOfLabel;
    private final Map<String, Double> stemIdf;
    private final Optional<MaxentClassifier> classifier;

    private IntentModel(
            List<Example> examples,
            FeatureSpace space,
            List<SparseVector> vectors,
            List<SparseVector> wordVectors,
            UtteranceIndex index,
            Map<String, Set<String>> stemsOfLabel,
            Map<String, Double> stemIdf,
            Optional<MaxentClassifier> classifier) {
        this.examples = examples;
        this.space = space;
        this.vectors = vectors;
        this.wordVectors = wordVectors;
        this.index = index;
        this.stemsOfLabel = stemsOfLabel;
        this.stemIdf = stemIdf;
        this.classifier = classifier;
    }

    /** The model without a classifier. */
    public static IntentModel lexical(List<Example> examples) {
        List<Question> questions = examples.stream().map(Example::question).toList();
        FeatureSpace space = FeatureSpace.of(questions);
        Map<String, Set<String>> stemsOfLabel = new HashMap<>();
        Map<String, Integer> frequency = new HashMap<>();
        for (Example example : examples) {
            Set<String> stems = new HashSet<>();
            example.question().tokens().forEach(token -> stems.add(token.stem()));
            example.question().expansions().forEach(token -> stems.add(token.stem()));
            stems.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
            stemsOfLabel.computeIfAbsent(example.label(), ignored -> new HashSet<>()).addAll(stems);
        }
        Map<String, Double> stemIdf = new HashMap<>();
        frequency.forEach((stem, count) -> stemIdf.put(stem, Math.log(1.0 + (double) examples.size() / count)));
        return new IntentModel(
                List.copyOf(examples),
                space,
                questions.stream().map(space::vector).toList(),
                questions.stream().map(space::wordVector).toList(),
                new UtteranceIndex(questions),
                stemsOfLabel,
                stemIdf,
                Optional.empty());
    }

    /**
     * This model with a classifier.
     *
     * @param settings how it is trained
     */
    public IntentModel trained(TrainingSettings settings) {
        List<SparseVector> chosen = settings.grams() ? vectors : wordVectors;
        MaxentClassifier trained = MaxentClassifier.train(
                chosen,
                examples.stream().map(Example::label).toList(),
                space.size(),
                settings);
        return with(trained);
    }

    private IntentModel with(MaxentClassifier trained) {
        return new IntentModel(
                examples, space, vectors, wordVectors, index, stemsOfLabel, stemIdf, Optional.of(trained));
    }

    /** Whether the classifier has been trained. */
    public boolean isTrained() {
        return classifier.isPresent();
    }

    /** How many features there are, and how many of them the classifier weighs. */
    public String size() {
        return space.size() + " features, " + classifier.map(MaxentClassifier::features).orElse(0) + " in the classifier";
    }

    /** Writes the classifier, which must have been trained. */
    public void write(DataOutput out) throws IOException {
        classifier.orElseThrow().write(out);
    }

    /** This model with a classifier that was written from a model of the very same examples. */
    public IntentModel read(DataInput in) throws IOException {
        return with(MaxentClassifier.read(in));
    }

    /** What speaks for each label. */
    public Signals signals(Question question, TrainingSettings settings) {
        SparseVector vector = space.vector(question);
        SparseVector words = space.wordVector(question);
        Map<String, double[]> found = new HashMap<>();
        Map<String, Double> sublabels = new HashMap<>();
        double votes = 0;
        for (int place : index.nearest(question, NEIGHBOURS)) {
            Example example = examples.get(place);
            double cosine = vector.dot(vectors.get(place));
            double wordCosine = words.dot(wordVectors.get(place));
            double vote = Math.pow(cosine, VOTE_POWER);
            votes += vote;
            double[] own = found.computeIfAbsent(example.label(), ignored -> new double[3]);
            own[0] = Math.max(own[0], cosine);
            own[1] = Math.max(own[1], wordCosine);
            own[2] += vote;
            sublabels.merge(example.sublabel(), 0.5 * (cosine + wordCosine), Math::max);
        }
        float[] scores = classifier
                .map(trained -> trained.scores(settings.grams() ? vector : words))
                .orElse(new float[0]);
        double energy = logSumExp(scores);
        Map<String, LabelSignals> byLabel = new HashMap<>();
        for (int label = 0; label < scores.length; label++) {
            double posterior = scores[label] - energy;
            String name = classifier.orElseThrow().labels().get(label);
            if (posterior > LEAST || found.containsKey(name)) {
                byLabel.put(name, new LabelSignals(Math.max(posterior, LabelSignals.LEAST_LOG_POSTERIOR), 0, 0, 0));
            }
        }
        for (Map.Entry<String, double[]> each : found.entrySet()) {
            double[] own = each.getValue();
            LabelSignals posterior = byLabel.get(each.getKey());
            byLabel.put(
                    each.getKey(),
                    new LabelSignals(
                            posterior == null ? LabelSignals.LEAST_LOG_POSTERIOR : posterior.logPosterior(),
                            own[0],
                            own[1],
                            votes == 0 ? 0 : own[2] / votes));
        }
        return new Signals(byLabel, sublabels, energy, covered(question, byLabel), unknown(question));
    }

    /** Labels less probable than this, and near no utterance, are not worth a candidate. */
    private static final double LEAST = Math.log(0.002);

    private double covered(Question question, Map<String, LabelSignals> byLabel) {
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, LabelSignals> each : byLabel.entrySet()) {
            double score = each.getValue().cosine() + 0.1 * each.getValue().logPosterior();
            if (score > highest) {
                highest = score;
                best = each.getKey();
            }
        }
        return covered(question, best);
    }

    /** The share of the question's weight that the utterances of {@code label} hold, from 0 to 1. */
    public double covered(Question question, String label) {
        Set<String> stems = stemsOfLabel.getOrDefault(label, Set.of());
        double unseen = Math.log(1.0 + examples.size());
        double held = 0;
        double all = 0;
        for (Token token : question.contentTokens()) {
            double idf = stemIdf.getOrDefault(token.stem(), unseen);
            all += idf;
            held += stems.contains(token.stem()) ? idf : 0;
        }
        return all == 0 ? 0 : held / all;
    }

    private static double unknown(Question question) {
        List<Token> tokens = new ArrayList<>(question.contentTokens());
        return tokens.isEmpty()
                ? 0
                : (double) tokens.stream().filter(token -> !token.known()).count() / tokens.size();
    }

    private static double logSumExp(float[] scores) {
        if (scores.length == 0) {
            return 0;
        }
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
