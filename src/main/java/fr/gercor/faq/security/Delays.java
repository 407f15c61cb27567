package fr.gercor.faq.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes whoever fails wait, longer each time, and locks nobody out: of any number of tries at one thing, nine at most take effect in
 * any quarter of an hour, and one in each afterwards. A try counts before it is known to fail, so that many at once gain nothing. What
 * is tried is known by an HMAC only, under a key that lives in memory for a day or two.
 */
class Delays {

    /** After the first, second… try, in seconds. The first nine take 905 seconds and thus no window of 900 holds ten. */
    private static final int[] WAITS = {0, 0, 0, 5, 15, 45, 120, 240, 480, 900};

    /** After that long without a try, all is forgotten. */
    private static final Duration FORGETTING = Duration.ofHours(6);

    /** The least recently tried goes first: one under attack is never that. */
    private static final int MOST = 100_000;

    private static final String MAC = "HmacSHA256";

    private record Tries(int count, Instant last) {

        Instant next() {
            return count == 0 ? last : last.plusSeconds(WAITS[Math.min(count, WAITS.length) - 1]);
        }
    }

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private LocalDate day = LocalDate.EPOCH;
    private byte[] key = {0};
    private byte[] yesterdaysKey = {0};

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    Delays(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a try.
     *
     * @param what is tried, from where: told apart as a whole
     * @return how long to wait before the next, where it is too early; empty where it may go on
     */
    synchronized Optional<Duration> begin(String what) {
        Instant now = clock.instant();
        String hidden = hidden(what);
        Tries known = tries.getOrDefault(hidden, new Tries(0, now));
        if (known.last().plus(FORGETTING).isBefore(now)) {
            known = new Tries(0, now);
        }
        if (known.next().isAfter(now)) {
            return Optional.of(Duration.between(now, known.next()));
        }
        tries.put(hidden, new Tries(known.count() + 1, now));
        return Optional.empty();
    }

    /** The try was right, and what came before is forgiven. */
    synchronized void forget(String what) {
        tries.remove(hidden(what));
    }

    /** The try was right, and counts for nothing; what came before still does. */
    synchronized void giveBack(String what) {
        tries.computeIfPresent(
                hidden(what), (hidden, known) -> new Tries(Math.max(0, known.count() - 1), known.last()));
    }

    /** The name in the map, under today's key; what was counted under yesterday's is carried over. */
    private String hidden(String what) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            yesterdaysKey = key;
            key = new byte[32];
            random.nextBytes(key);
        }
        String hidden = hmac(key, what);
        Tries before = tries.remove(hmac(yesterdaysKey, what));
        if (before != null) {
            tries.putIfAbsent(hidden, before);
        }
        return hidden;
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}
