package fr.gercor.faq.chat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How often one address may ask. Addresses are known by an HMAC only, under a key that lives in memory for a day: an address is
 * health data once it is seen to ask here, and a plain hash of one is no disguise.
 */
class RateLimits {

    /** What is limited. */
    enum Kind {
        /** Conversations begun: a whole hospital may stand behind one address. */
        OPEN(30),
        /** Messages sent and questions asked. */
        MESSAGE(90);

        private final int perMinute;

        Kind(int perMinute) {
            this.perMinute = perMinute;
        }
    }

    private static final int MOST_ADDRESSES = 50_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final boolean enabled;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private LocalDate day = LocalDate.EPOCH;
    private byte[] key = new byte[0];

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    RateLimits(boolean enabled, Clock clock) {
        this.enabled = enabled;
        this.clock = clock;
    }

    /**
     * Counts one request.
     *
     * @throws TooManyRequestsException if it is one too many
     */
    void count(Kind kind, String address) {
        if (!enabled) {
            return;
        }
        ConsumptionProbe probe = bucket(kind, address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private synchronized Bucket bucket(Kind kind, String address) {
        return buckets.computeIfAbsent(kind + disguise(address), ignored -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(kind.perMinute)
                        .refillGreedy(kind.perMinute, Duration.ofMinutes(1))
                        .build())
                .build());
    }

    private String disguise(String address) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            key = new byte[32];
            random.nextBytes(key);
            buckets.clear();
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
