package fr.gercor.faq.intent;

import java.util.Arrays;

/**
 * How often each feature stands in a question; features are known by a 64-bit hash of what they are, for their texts would be most of
 * what a start of the service spends its time on.
 */
final class FeatureCounts {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] keys = new long[128];
    private float[] counts = new float[128];
    private int[] places = new int[256];
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

    /** Adds to the count of a feature. */
    void add(long key, double count) {
        int slot = slot(key);
        if (places[slot] > 0) {
            counts[places[slot] - 1] += (float) count;
            return;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        counts[size++] = (float) count;
        places[slot] = size;
    }

    /** Where the place of a feature, from 1, stands or would stand. */
    private int slot(long key) {
        int mask = places.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (places[slot] > 0 && keys[places[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = new int[4 * size];
        for (int i = 0; i < size; i++) {
            places[slot(keys[i])] = i + 1;
        }
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
