package fr.gercor.faq.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * Trains a maximum entropy classifier by OpenNLP's quasi-Newton method. Its optimiser is dense in features × labels, so it is given
 * the stems alone, and as many threads as there are cores; {@link SoftmaxTrainer} weighs the many other features. With words beside
 * stems it took 37 s instead of 8 s for 35,000 utterances.
 */
final class MaxentTrainer {

    /** L1 = 0 and this L2 did best in the trials. */
    private static final double L2_COST = 0.01;

    /** The optimiser holds two dense vectors (features × labels) for each; OpenNLP's default of 15 took three times as long. */
    private static final int UPDATES_REMEMBERED = 5;

    private MaxentTrainer() {}

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
        int[] seen = SparseVector.seen(vectors, features);
        List<Event> events = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            Event event = event(vectors.get(i), labelOf.get(i), seen, settings.maxentCutoff());
            if (event.getContext().length > 0) {
                events.add(event);
            }
        }
        try {
            TrainingParameters parameters = new TrainingParameters();
            parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.maxentIterations());
            parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
            parameters.put(AbstractDataIndexer.SORT_PARAM, false);
            parameters.put(QNTrainer.L1COST_PARAM, 0.0);
            parameters.put(QNTrainer.L2COST_PARAM, L2_COST);
            parameters.put(QNTrainer.M_PARAM, UPDATES_REMEMBERED);
            parameters.put(QNTrainer.THREADS_PARAM, Runtime.getRuntime().availableProcessors());
            OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
            indexer.init(parameters, new HashMap<>());
            indexer.index(ObjectStreamUtils.createObjectStream(events));
            List<String> labels = labelOf.stream().distinct().sorted().toList();
            return compact((QNModel) new QNTrainer(parameters).doTrain(indexer), labels, features);
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
        return new Event(label, names.toArray(String[]::new), Arrays.copyOf(values, names.size()));
    }

    /** The model with its labels in their natural order, one whose features were all too rare among them. */
    @SuppressWarnings("unchecked") // OpenNLP hands its parts over as objects
    private static LinearModel compact(QNModel model, List<String> labels, int features) {
        Object[] parts = model.getDataStructures();
        Map<String, Context> predicates = (Map<String, Context>) parts[1];
        int[] places = Arrays.stream((String[]) parts[2])
                .mapToInt(outcome -> Collections.binarySearch(labels, outcome))
                .toArray();
        int[] rows = new int[features];
        Arrays.fill(rows, LinearModel.UNWEIGHED);
        float[] weights = new float[predicates.size() * labels.size()];
        int row = 0;
        for (Map.Entry<String, Context> predicate : new TreeMap<>(predicates).entrySet()) {
            rows[Integer.parseInt(predicate.getKey())] = row;
            int[] outcomes = predicate.getValue().getOutcomes();
            double[] parameters = predicate.getValue().getParameters();
            for (int i = 0; i < outcomes.length; i++) {
                weights[row * labels.size() + places[outcomes[i]]] = (float) parameters[i];
            }
            row++;
        }
        return LinearModel.of(labels, rows, weights);
    }
}
