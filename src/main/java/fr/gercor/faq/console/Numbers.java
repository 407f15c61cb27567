package fr.gercor.faq.console;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as they are read in French. */
public final class Numbers {

    private static final double MICROS_PER_MILLI = 1_000;

    /** 1234 as « 1 234 ». */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(Locale.FRANCE).format(count);
    }

    /** 0.716 as « 72 % ». */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(Locale.FRANCE).format(share);
    }

    /** With two digits after the comma. */
    public String exact(double value) {
        return String.format(Locale.FRANCE, "%.2f", value);
    }

    /** 12345 microseconds as « 12 ms ». */
    public String millis(double micros) {
        return count(Math.round(micros / MICROS_PER_MILLI)) + " ms";
    }
}
