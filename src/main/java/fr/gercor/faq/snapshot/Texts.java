package fr.gercor.faq.snapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads and writes lists of words as one text, which is read ten times as fast as each by itself. */
public final class Texts {

    private static final char END = '\n';

    private Texts() {}

    /** @throws IllegalArgumentException if a text holds the end of a line, which parts them */
    public static void write(Collection<String> texts, DataOutput out) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            if (text.indexOf(END) >= 0) {
                throw new IllegalArgumentException("A text of several lines can't be kept: " + text);
            }
            all.append(text).append(END);
        }
        Numbers.write(all.toString().getBytes(StandardCharsets.UTF_8), out);
    }

    /** The texts, in the order in which they were written. */
    public static List<String> read(DataInput in) throws IOException {
        String all = new String(Numbers.bytes(in), StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < all.length(); ) {
            int end = all.indexOf(END, from);
            texts.add(all.substring(from, end));
            from = end + 1;
        }
        return texts;
    }
}
