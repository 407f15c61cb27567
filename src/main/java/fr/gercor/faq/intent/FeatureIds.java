package fr.gercor.faq.intent;

import java.util.Arrays;

/** Numbers features by their hashes, from 0 in the order in which they come; a map of primitives, open addressing. */
final class FeatureIds {

    static final int NONE = -1;

    private long[] keys = new long[1 << 12];
    private int[] ids = new int[1 << 12];
    private int size;

    FeatureIds() {
        Arrays.fill(ids, NONE);
    }

    /** The numbers of the features with these hashes, each at the place of its number. */
    static FeatureIds of(long[] inOrder) {
        FeatureIds ids = new FeatureIds();
        int slots = Integer.highestOneBit(Math.max(1 << 11, 2 * inOrder.length)) << 1;
        ids.keys = new long[slots];
        ids.ids = new int[slots];
        Arrays.fill(ids.ids, NONE);
        for (long key : inOrder) {
            ids.number(key);
        }
        return ids;
    }

    int size() {
        return size;
    }

    /** The hashes, each at the place of its number. */
    long[] keys() {
        long[] inOrder = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (ids[slot] != NONE) {
                inOrder[ids[slot]] = keys[slot];
            }
        }
        return inOrder;
    }

    /** The number of a feature, or {@link #NONE}. */
    int get(long key) {
        return ids[slot(key)];
    }

    /** The number of a feature, given now if it has none. */
    int number(long key) {
        int slot = slot(key);
        if (ids[slot] == NONE) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            ids[slot] = size++;
        }
        return ids[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (ids[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldIds = ids;
        keys = new long[2 * oldKeys.length];
        ids = new int[2 * oldIds.length];
        Arrays.fill(ids, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldIds[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                ids[slot] = oldIds[i];
            }
        }
    }
}
