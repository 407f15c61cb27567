package fr.gercor.faq.intent;

import fr.gercor.faq.snapshot.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Many vectors in three arrays: half the memory of as many objects, and read from disk at once. */
final class SparseVectors extends AbstractList<SparseVector> implements RandomAccess {

    private final int[] starts;
    private final int[] ids;
    private final float[] values;

    private SparseVectors(int[] starts, int[] ids, float[] values) {
        this.starts = starts;
        this.ids = ids;
        this.values = values;
    }

    static SparseVectors of(List<SparseVector> vectors) {
        return new SparseVectors(new int[1], new int[0], new float[0]).with(vectors);
    }

    /** These, then {@code more}. */
    SparseVectors with(List<SparseVector> more) {
        int[] starts = Arrays.copyOf(this.starts, size() + more.size() + 1);
        int end = starts[size()];
        for (int i = 0; i < more.size(); i++) {
            end += more.get(i).ids().length;
            starts[size() + i + 1] = end;
        }
        int[] ids = Arrays.copyOf(this.ids, end);
        float[] values = Arrays.copyOf(this.values, end);
        for (int i = 0; i < more.size(); i++) {
            SparseVector vector = more.get(i);
            System.arraycopy(vector.ids(), 0, ids, starts[size() + i], vector.ids().length);
            System.arraycopy(vector.values(), 0, values, starts[size() + i], vector.ids().length);
        }
        return new SparseVectors(starts, ids, values);
    }

    @Override
    public int size() {
        return starts.length - 1;
    }

    @Override
    public SparseVector get(int place) {
        return new SparseVector(
                Arrays.copyOfRange(ids, starts[place], starts[place + 1]),
                Arrays.copyOfRange(values, starts[place], starts[place + 1]));
    }

    /** The product of one of these and another. */
    double dot(int place, SparseVector other) {
        int[] otherIds = other.ids();
        double sum = 0;
        int i = starts[place];
        int end = starts[place + 1];
        int j = 0;
        while (i < end && j < otherIds.length) {
            int order = Integer.compare(ids[i], otherIds[j]);
            if (order == 0) {
                sum += values[i++] * other.values()[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(starts, out);
        Numbers.write(ids, out);
        Numbers.write(values, out);
    }

    static SparseVectors read(DataInput in) throws IOException {
        return new SparseVectors(Numbers.ints(in), Numbers.ints(in), Numbers.floats(in));
    }
}
