package fr.gercor.faq.review;

import fr.gercor.faq.question.Folding;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers questions of the same meaning: stems weighed by how rare they are, each question led to the group whose middle is nearest,
 * then groups that lie close joined by their average likeness (Hartigan's leader algorithm, then average link). The same questions
 * give the same groups whatever their order; nothing outside is asked.
 */
final class Clustering {

    /** How alike a question and the middle of its group are at least. Two of three words in common is about 0.6. */
    private static final double NEAR = 0.5;

    /** How alike two groups are on average, question by question, before they become one. */
    private static final double JOINED = 0.42;

    /** In the second, a question that was left alone finds the group that has formed since. */
    private static final int PASSES = 2;

    private final QuestionAnalyser analyser;

    Clustering(QuestionAnalyser analyser) {
        this.analyser = analyser;
    }

    /**
     * Questions of the same meaning.
     *
     * @param central the question nearest to the middle
     * @param members every question, the most central first
     */
    record Cluster(String central, List<String> members) {}

    /**
     * Gathers questions.
     *
     * @param questions as they were asked; one that was asked several times counts so many times
     * @return the largest group first
     */
    List<Cluster> gather(Collection<String> questions) {
        Map<String, Item> distinct = new TreeMap<>();
        for (String question : questions) {
            distinct.merge(Folding.fold(question).strip(), new Item(question, 1), Item::with);
        }
        List<Item> items = weighed(new ArrayList<>(distinct.values()));
        List<Group> groups = led(items);
        return joined(groups).stream()
                .filter(group -> !group.items.isEmpty())
                .map(Group::cluster)
                .sorted(Comparator.<Cluster>comparingInt(
                                cluster -> -cluster.members().size())
                        .thenComparing(Cluster::central))
                .toList();
    }

    private List<Item> weighed(List<Item> items) {
        List<Map<String, Double>> counts =
                items.parallelStream().map(item -> stems(item.texts.getFirst())).toList();
        Map<String, Integer> frequencies = new HashMap<>();
        counts.forEach(stems -> stems.keySet().forEach(stem -> frequencies.merge(stem, 1, Integer::sum)));
        IntStream.range(0, items.size()).forEach(i -> items.get(i).weigh(counts.get(i), frequencies, items.size()));
        return items.stream()
                .sorted(Comparator.<Item>comparingInt(item -> -item.texts.size())
                        .thenComparing(item -> -item.vector.size())
                        .thenComparing(item -> item.texts.getFirst()))
                .toList();
    }

    private Map<String, Double> stems(String text) {
        var question = analyser.read(text);
        Map<String, Double> stems = new TreeMap<>();
        Stream.concat(question.contentTokens().stream(), question.expansions().stream())
                .forEach(token -> stems.merge(token.stem(), token.weight(), Math::max));
        if (stems.isEmpty()) {
            question.tokens().stream().map(Token::form).forEach(form -> stems.put("=" + form, 1.0));
        }
        return stems;
    }

    private static List<Group> led(List<Item> items) {
        List<Group> groups = new ArrayList<>();
        for (int pass = 0; pass < PASSES; pass++) {
            Index index = new Index(groups);
            for (Item item : items) {
                Group own = item.group;
                if (own != null && own.items.size() > 1) {
                    continue;
                }
                Group nearest = index.nearest(item, NEAR);
                if (nearest == null) {
                    nearest = own == null ? new Group(groups.size()) : own;
                    if (own == null) {
                        groups.add(nearest);
                    }
                }
                if (nearest != own) {
                    if (own != null) {
                        own.remove(item);
                    }
                    nearest.add(item);
                    index.learn(nearest, item);
                }
            }
        }
        return groups;
    }

    /** Joins a group to an earlier one whose questions are alike on average: the product of the sums of unit vectors, by their counts. */
    private static List<Group> joined(List<Group> groups) {
        Index index = new Index(List.of());
        List<Group> kept = new ArrayList<>();
        groups.stream()
                .filter(group -> !group.items.isEmpty())
                .sorted(Comparator.<Group>comparingInt(group -> -group.items.size())
                        .thenComparingInt(group -> group.id))
                .forEach(group -> {
                    Group alike = index.alike(group, JOINED);
                    if (alike == null) {
                        kept.add(group);
                        group.items.forEach(item -> index.learn(group, item));
                    } else {
                        List.copyOf(group.items).forEach(item -> {
                            group.remove(item);
                            alike.add(item);
                            index.learn(alike, item);
                        });
                    }
                });
        return kept;
    }

    /** A question, with every wording that folds to it. */
    private static final class Item {
        private final List<String> texts = new ArrayList<>();
        private Map<String, Double> vector = Map.of();
        private @Nullable Group group;

        Item(String text, int times) {
            for (int i = 0; i < times; i++) {
                texts.add(text);
            }
        }

        Item with(Item other) {
            texts.addAll(other.texts);
            texts.sort(Comparator.naturalOrder());
            return this;
        }

        void weigh(Map<String, Double> stems, Map<String, Integer> frequencies, int all) {
            Map<String, Double> weights = new TreeMap<>();
            double square = 0;
            for (Map.Entry<String, Double> stem : stems.entrySet()) {
                double rare = Math.log(1 + (double) all / frequencies.getOrDefault(stem.getKey(), 1));
                double weight = stem.getValue() * (1 + rare);
                weights.put(stem.getKey(), weight);
                square += weight * weight;
            }
            double length = Math.sqrt(square);
            weights.replaceAll((stem, weight) -> weight / length);
            vector = weights;
        }
    }

    /** Questions, with the sum of their vectors. */
    private static final class Group {
        private final int id;
        private final List<Item> items = new ArrayList<>();
        private final Map<String, Double> sum = new HashMap<>();
        private double square;

        Group(int id) {
            this.id = id;
        }

        void add(Item item) {
            items.add(item);
            item.group = this;
            change(item.vector, 1);
        }

        void remove(Item item) {
            items.remove(item);
            change(item.vector, -1);
        }

        /** Adds a unit vector or takes it away: |s ± v|² = |s|² ± 2 s·v + 1. */
        private void change(Map<String, Double> vector, int sign) {
            square += 2 * sign * dot(vector) + 1;
            vector.forEach((stem, weight) -> sum.merge(stem, sign * weight, Double::sum));
        }

        double dot(Map<String, Double> vector) {
            double dot = 0;
            for (Map.Entry<String, Double> each : vector.entrySet()) {
                dot += each.getValue() * sum.getOrDefault(each.getKey(), 0.0);
            }
            return dot;
        }

        double likeness(Item item) {
            return items.isEmpty() ? 0 : dot(item.vector) / Math.sqrt(Math.max(square, 1e-12));
        }

        Cluster cluster() {
            List<Item> central = items.stream()
                    .sorted(Comparator.<Item>comparingDouble(item -> -likeness(item))
                            .thenComparing(item -> -item.texts.size())
                            .thenComparing(item -> item.texts.getFirst()))
                    .toList();
            return new Cluster(
                    central.getFirst().texts.getFirst(),
                    central.stream().flatMap(item -> item.texts.stream()).toList());
        }
    }

    /**
     * The groups by the stems of their questions. A question meets only groups that share one of its weightier stems: what is left of
     * a unit vector once they are taken away is too short to be as alike as is asked.
     */
    private static final class Index {
        private final Map<String, Set<Group>> groups = new HashMap<>();

        Index(List<Group> known) {
            known.forEach(group -> group.items.forEach(item -> learn(group, item)));
        }

        void learn(Group group, Item item) {
            item.vector.keySet().forEach(stem -> groups.computeIfAbsent(stem, any -> new LinkedHashSet<>())
                    .add(group));
        }

        @Nullable
        Group nearest(Item item, double least) {
            return best(meeting(item.vector, 1, least), least, group -> group.likeness(item));
        }

        @Nullable
        Group alike(Group group, double least) {
            int size = group.items.size();
            return best(
                    meeting(group.sum, size, least),
                    least,
                    other -> other.dot(group.sum) / ((double) other.items.size() * size));
        }

        private static @Nullable Group best(Set<Group> met, double least, ToDoubleFunction<Group> likeness) {
            Group best = null;
            double most = least;
            for (Group group : met) {
                double value = likeness.applyAsDouble(group);
                if (value > most || (best != null && value == most && group.id < best.id)) {
                    best = group;
                    most = value;
                }
            }
            return best;
        }

        private Set<Group> meeting(Map<String, Double> vector, double scale, double least) {
            List<Map.Entry<String, Double>> heaviest = vector.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .toList();
            double left = heaviest.stream()
                    .mapToDouble(each -> each.getValue() * each.getValue() / (scale * scale))
                    .sum();
            Set<Group> met = new LinkedHashSet<>();
            for (Map.Entry<String, Double> each : heaviest) {
                if (left < least * least) {
                    break;
                }
                met.addAll(groups.getOrDefault(each.getKey(), Set.of()));
                left -= each.getValue() * each.getValue() / (scale * scale);
            }
            return met;
        }
    }
}
