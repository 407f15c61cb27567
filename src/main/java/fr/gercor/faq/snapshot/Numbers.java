package fr.gercor.faq.snapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads and writes arrays of numbers a block at a time: a model holds tens of millions, and each by itself costs a start a second.
 * An array is its length, then its numbers, big-endian.
 */
public final class Numbers {

    /** Bytes in a block. */
    private static final int BLOCK = 1 << 16;

    private Numbers() {}

    /** Writes floats. */
    public static void write(float[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        int most = BLOCK / Float.BYTES;
        ByteBuffer block = block(numbers.length, Float.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            block.asFloatBuffer().put(numbers, from, count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }

    /** Reads floats. */
    public static float[] floats(DataInput in) throws IOException {
        float[] numbers = new float[in.readInt()];
        int most = BLOCK / Float.BYTES;
        ByteBuffer block = block(numbers.length, Float.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            in.readFully(block.array(), 0, count * Float.BYTES);
            block.asFloatBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    /** Writes whole numbers. */
    public static void write(int[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        int most = BLOCK / Integer.BYTES;
        ByteBuffer block = block(numbers.length, Integer.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            block.asIntBuffer().put(numbers, from, count);
            out.write(block.array(), 0, count * Integer.BYTES);
        }
    }

    /** Reads whole numbers. */
    public static int[] ints(DataInput in) throws IOException {
        int[] numbers = new int[in.readInt()];
        int most = BLOCK / Integer.BYTES;
        ByteBuffer block = block(numbers.length, Integer.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            in.readFully(block.array(), 0, count * Integer.BYTES);
            block.asIntBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    /** Writes long numbers. */
    public static void write(long[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        int most = BLOCK / Long.BYTES;
        ByteBuffer block = block(numbers.length, Long.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            block.asLongBuffer().put(numbers, from, count);
            out.write(block.array(), 0, count * Long.BYTES);
        }
    }

    /** Reads long numbers. */
    public static long[] longs(DataInput in) throws IOException {
        long[] numbers = new long[in.readInt()];
        int most = BLOCK / Long.BYTES;
        ByteBuffer block = block(numbers.length, Long.BYTES);
        for (int from = 0; from < numbers.length; from += most) {
            int count = Math.min(most, numbers.length - from);
            in.readFully(block.array(), 0, count * Long.BYTES);
            block.asLongBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    /** Writes bytes. */
    public static void write(byte[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        out.write(numbers);
    }

    /** Reads bytes. */
    public static byte[] bytes(DataInput in) throws IOException {
        byte[] numbers = new byte[in.readInt()];
        in.readFully(numbers);
        return numbers;
    }

    private static ByteBuffer block(int numbers, int size) {
        return ByteBuffer.allocate((int) Math.min(BLOCK, (long) numbers * size));
    }
}
