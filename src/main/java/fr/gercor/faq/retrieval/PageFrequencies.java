package fr.gercor.faq.retrieval;

import fr.gercor.faq.snapshot.Numbers;
import fr.gercor.faq.snapshot.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** On which pages each word stands, and how often: a word of every page says nothing of which page is meant. */
final class PageFrequencies {

    private final Map<String, Uses> usesOfTerm;

    private PageFrequencies(Map<String, Uses> usesOfTerm) {
        this.usesOfTerm = usesOfTerm;
    }

    /**
     * The pages that a term stands on.
     *
     * @param pages by their places, ascending
     * @param counts as many
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Uses(int[] pages, int[] counts) {

        static final Uses NONE = new Uses(new int[0], new int[0]);

        private static Uses of(Map<Integer, Integer> counts) {
            return new Uses(
                    counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    counts.values().stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Counts the terms of pages. */
    static final class Counter {

        private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();

        /** Counts the terms of a page, each as often as it is given. */
        void count(int page, Collection<String> terms) {
            terms.forEach(term ->
                    counts.computeIfAbsent(term, ignored -> new TreeMap<>()).merge(page, 1, Integer::sum));
        }

        PageFrequencies counted() {
            Map<String, Uses> uses = HashMap.newHashMap(counts.size());
            counts.forEach((term, byPage) -> uses.put(term, Uses.of(byPage)));
            return new PageFrequencies(uses);
        }
    }

    Uses uses(String term) {
        return usesOfTerm.getOrDefault(term, Uses.NONE);
    }

    void write(DataOutput out) throws IOException {
        List<String> terms = List.copyOf(usesOfTerm.keySet());
        Texts.write(terms, out);
        Numbers.write(terms.stream().mapToInt(term -> uses(term).pages.length).toArray(), out);
        Numbers.write(
                terms.stream()
                        .flatMapToInt(term -> Arrays.stream(uses(term).pages))
                        .toArray(),
                out);
        Numbers.write(
                terms.stream()
                        .flatMapToInt(term -> Arrays.stream(uses(term).counts))
                        .toArray(),
                out);
    }

    static PageFrequencies read(DataInput in) throws IOException {
        List<String> terms = Texts.read(in);
        int[] users = Numbers.ints(in);
        int[] pages = Numbers.ints(in);
        int[] counts = Numbers.ints(in);
        Map<String, Uses> uses = HashMap.newHashMap(users.length);
        int from = 0;
        for (int i = 0; i < users.length; i++) {
            int to = from + users[i];
            uses.put(terms.get(i), new Uses(Arrays.copyOfRange(pages, from, to), Arrays.copyOfRange(counts, from, to)));
            from = to;
        }
        return new PageFrequencies(uses);
    }
}
