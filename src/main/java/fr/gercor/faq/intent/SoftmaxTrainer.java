package fr.gercor.faq.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains a multinomial logistic regression over all features by stochastic gradient descent with Adagrad's rates (Duchi, Hazan and
 * Singer 2011): only the features of an example are touched, so character grams cost little. The same examples give the same model.
 */
final class SoftmaxTrainer {

    private static final float RATE = 0.5f;
    private static final float FIRST_SQUARES = 1e-3f;

    /** Errors under this change nothing worth the time: after two epochs most labels of an example are under it. */
    private static final float SMALLEST_ERROR = 0.002f;

    private static final long SEED = 20_261_122;

    private SoftmaxTrainer() {}

    /**
     * Trains.
     *
     * @param vectors of the examples
     * @param labelOf each example
     * @param features how many there are in the space
     * @param settings how to train
     */
    static LinearModel train(
            List<SparseVector> vectors, List<String> labelOf, int features, TrainingSettings settings) {
        List<String> labels = new ArrayList<>(new TreeSet<>(labelOf));
        Map<String, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        int[] right = labelOf.stream().mapToInt(places::get).toArray();
        int[] rows = rows(vectors, features, settings.softmaxCutoff());
        int width = labels.size();
        int height = Arrays.stream(rows).max().orElse(LinearModel.UNWEIGHED) + 1;
        float[] weights = new float[height * width];
        float[] squares = new float[height * width];
        Arrays.fill(squares, FIRST_SQUARES);
        int[] order = new int[vectors.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        float decay = settings.softmaxDecay();
        for (int epoch = 0; epoch < settings.softmaxEpochs(); epoch++) {
            shuffle(order, random);
            for (int example : order) {
                step(vectors.get(example), right[example], width, rows, weights, squares);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= 1 - decay;
            }
        }
        return LinearModel.of(labels, rows, weights);
    }

    private static int[] rows(List<SparseVector> vectors, int features, int cutoff) {
        int[] seen = SparseVector.seen(vectors, features);
        int[] rows = new int[features];
        int row = 0;
        for (int feature = 0; feature < features; feature++) {
            rows[feature] = seen[feature] >= cutoff ? row++ : LinearModel.UNWEIGHED;
        }
        return rows;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static void step(SparseVector vector, int right, int width, int[] rows, float[] weights, float[] squares) {
        float[] errors = scores(vector, width, rows, weights);
        toProbabilities(errors);
        errors[right] -= 1;
        int[] wrong = IntStream.range(0, width)
                .filter(label -> Math.abs(errors[label]) > SMALLEST_ERROR)
                .toArray();
        for (int i = 0; i < vector.ids().length; i++) {
            int row = rows[vector.ids()[i]];
            if (row == LinearModel.UNWEIGHED) {
                continue;
            }
            float value = vector.values()[i];
            int offset = row * width;
            for (int label : wrong) {
                float gradient = errors[label] * value;
                float sum = squares[offset + label] + gradient * gradient;
                squares[offset + label] = sum;
                weights[offset + label] -= RATE * gradient / (float) Math.sqrt(sum);
            }
        }
    }

    private static float[] scores(SparseVector vector, int width, int[] rows, float[] weights) {
        float[] scores = new float[width];
        for (int i = 0; i < vector.ids().length; i++) {
            int row = rows[vector.ids()[i]];
            if (row != LinearModel.UNWEIGHED) {
                float value = vector.values()[i];
                int offset = row * width;
                for (int label = 0; label < width; label++) {
                    scores[label] += value * weights[offset + label];
                }
            }
        }
        return scores;
    }

    private static void toProbabilities(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        float sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
