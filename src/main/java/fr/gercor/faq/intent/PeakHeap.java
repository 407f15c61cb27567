package fr.gercor.faq.intent;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most memory that Java's objects have taken since the program began. */
public final class PeakHeap {

    private static final int MEGABYTE = 1 << 20;

    private PeakHeap() {}

    /**
     * In megabytes, what had no user any more and wasn't collected yet among it; more than was ever in use at one moment, for each part
     * of the heap has its peak at another.
     */
    public static long megabytes() {
        long peaks = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return Math.min(peaks, Runtime.getRuntime().maxMemory()) / MEGABYTE;
    }
}
