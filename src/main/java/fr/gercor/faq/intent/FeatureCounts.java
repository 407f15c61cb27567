package fr.gercor.faq.intent;

import java.util.Arrays;

/**
 * How often each feature stands in a question; features are known by a 64-bit hash of what they are, for their texts would be most of
 * what a start of the service spends its time on.
 */
final class FeatureCounts {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] keys = new long[64];
    private float[] counts = new float[64];
    private int size;

    /** The hash of nothing, from which others are continued. */
    static long start(char kind) {
        return (FNV_START ^ kind) * FNV_PRIME;
    }

    /** The hash of what was hashed so far and {@code text} (FNV-1a). */
    static long hash(long before, CharSequence text, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    void add(long key, double count) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        keys[size] = key;
        counts[size++] = (float) count;
    }

    /** Brings equal features together; to be called once all have been added. */
    FeatureCounts merged() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        FeatureCounts merged = new FeatureCounts();
        for (int place : order) {
            if (merged.size > 0 && merged.keys[merged.size - 1] == keys[place]) {
                merged.counts[merged.size - 1] += counts[place];
            } else {
                merged.add(keys[place], counts[place]);
            }
        }
        return merged;
    }

    int size() {
        return size;
    }

    long key(int place) {
        return keys[place];
    }

    float count(int place) {
        return counts[place];
    }
}
