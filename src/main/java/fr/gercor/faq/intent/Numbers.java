package fr.gercor.faq.intent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads and writes arrays of numbers a block at a time: a model holds tens of millions, and each by itself costs a start a second. */
final class Numbers {

    /** Numbers in a block. */
    private static final int BLOCK = 1 << 14;

    private Numbers() {}

    static void write(float[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES);
        for (int from = 0; from < numbers.length; from += BLOCK) {
            int count = Math.min(BLOCK, numbers.length - from);
            block.asFloatBuffer().put(numbers, from, count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }

    static float[] floats(DataInput in) throws IOException {
        float[] numbers = new float[in.readInt()];
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES);
        for (int from = 0; from < numbers.length; from += BLOCK) {
            int count = Math.min(BLOCK, numbers.length - from);
            in.readFully(block.array(), 0, count * Float.BYTES);
            block.asFloatBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    static void write(int[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Integer.BYTES);
        for (int from = 0; from < numbers.length; from += BLOCK) {
            int count = Math.min(BLOCK, numbers.length - from);
            block.asIntBuffer().put(numbers, from, count);
            out.write(block.array(), 0, count * Integer.BYTES);
        }
    }

    static int[] ints(DataInput in) throws IOException {
        int[] numbers = new int[in.readInt()];
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Integer.BYTES);
        for (int from = 0; from < numbers.length; from += BLOCK) {
            int count = Math.min(BLOCK, numbers.length - from);
            in.readFully(block.array(), 0, count * Integer.BYTES);
            block.asIntBuffer().get(numbers, from, count);
        }
        return numbers;
    }
}
