package fr.gercor.faq.intent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractDataIndexer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * A maximum entropy classifier over labels, trained by OpenNLP's quasi-Newton trainer. Its weights are then kept as floats in one
 * array, label by label for each feature: a tenth of the memory of OpenNLP's own objects.
 */
final class MaxentClassifier {

    /** L1 = 0 and this L2 did best in the trials. */
    private static final double L2_COST = 0.01;

    /** The optimiser holds two dense vectors (features × labels) for each; OpenNLP's default of 15 took three times as long. */
    private static final int UPDATES_REMEMBERED = 5;

    private final List<String> labels;
    private final int[] rowOfFeature;
    private final float[] weights;

    private MaxentClassifier(List<String> labels, int[] rowOfFeature, float[] weights) {
        this.labels = List.copyOf(labels);
        this.rowOfFeature = rowOfFeature;
        this.weights = weights;
    }

    /**
     * Trains.
     *
     * @param vectors of the examples
     * @param labelOf each example
     * @param features how many there are in the space
     * @param settings how to train
     */
    static MaxentClassifier train(
            List<SparseVector> vectors, List<String> labelOf, int features, TrainingSettings settings) {
        int[] seen = new int[features];
        vectors.forEach(vector -> {
            for (int id : vector.ids()) {
                seen[id]++;
            }
        });
        List<Event> events = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            events.add(event(vectors.get(i), labelOf.get(i), seen, settings.cutoff()));
        }
        try {
            TrainingParameters parameters = new TrainingParameters();
            parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
            parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
            parameters.put(AbstractDataIndexer.SORT_PARAM, false);
            parameters.put(QNTrainer.L1COST_PARAM, 0.0);
            parameters.put(QNTrainer.L2COST_PARAM, L2_COST);
            parameters.put(QNTrainer.M_PARAM, UPDATES_REMEMBERED);
            parameters.put(QNTrainer.THREADS_PARAM, settings.threads());
            OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
            indexer.init(parameters, new HashMap<>());
            indexer.index(ObjectStreamUtils.createObjectStream(events));
            QNTrainer trainer = new QNTrainer(parameters);
            return of((QNModel) trainer.doTrain(indexer), features);
        } catch (IOException e) {
            throw new UncheckedIOException("Events in memory can't fail to be read", e);
        }
    }

    private static Event event(SparseVector vector, String label, int[] seen, int cutoff) {
        List<String> names = new ArrayList<>(vector.ids().length);
        float[] values = new float[vector.ids().length];
        for (int i = 0; i < vector.ids().length; i++) {
            if (seen[vector.ids()[i]] >= cutoff) {
                values[names.size()] = vector.values()[i];
                names.add(Integer.toString(vector.ids()[i]));
            }
        }
        return new Event(label, names.toArray(String[]::new), java.util.Arrays.copyOf(values, names.size()));
    }

    @SuppressWarnings("unchecked") // OpenNLP hands its parts over as objects
    private static MaxentClassifier of(QNModel model, int features) {
        Object[] parts = model.getDataStructures();
        Map<String, Context> predicates = (Map<String, Context>) parts[1];
        String[] outcomes = (String[]) parts[2];
        int[] rows = new int[features];
        java.util.Arrays.fill(rows, -1);
        float[] weights = new float[predicates.size() * outcomes.length];
        int row = 0;
        for (Map.Entry<String, Context> predicate : new TreeMap<>(predicates).entrySet()) {
            rows[Integer.parseInt(predicate.getKey())] = row;
            int[] labels = predicate.getValue().getOutcomes();
            double[] parameters = predicate.getValue().getParameters();
            for (int i = 0; i < labels.length; i++) {
                weights[row * outcomes.length + labels[i]] = (float) parameters[i];
            }
            row++;
        }
        return new MaxentClassifier(List.of(outcomes), rows, weights);
    }

    List<String> labels() {
        return labels;
    }

    int features() {
        return weights.length / Math.max(1, labels.size());
    }

    /** The logarithms of the posteriors, in the order of {@link #labels()}, unnormalised. */
    float[] scores(SparseVector vector) {
        int width = labels.size();
        float[] scores = new float[width];
        for (int i = 0; i < vector.ids().length; i++) {
            int row = rowOfFeature[vector.ids()[i]];
            if (row >= 0) {
                float value = vector.values()[i];
                int offset = row * width;
                for (int label = 0; label < width; label++) {
                    scores[label] += value * weights[offset + label];
                }
            }
        }
        return scores;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        out.writeInt(rowOfFeature.length);
        for (int row : rowOfFeature) {
            out.writeInt(row);
        }
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static MaxentClassifier read(DataInput in) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            labels.add(in.readUTF());
        }
        int[] rows = new int[in.readInt()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = in.readInt();
        }
        float[] weights = new float[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new MaxentClassifier(labels, rows, weights);
    }
}
