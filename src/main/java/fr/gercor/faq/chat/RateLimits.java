package fr.gercor.faq.chat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts what comes from whom, without knowing who that is: an address is kept only as its HMAC, under a key that is in memory alone
 * and thrown away every day. Neither is ever stored or logged.
 */
class RateLimits {

    /** Of each whom; the longest unseen is forgotten first, with a bucket that has filled up long since. */
    private static final int MOST_BUCKETS = 50_000;

    private static final int KEY_BYTES = 32;

    /** An IPv6 customer holds a whole network of so many bytes. */
    private static final int NETWORK_BYTES = 8;

    private final boolean enabled;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };
    private LocalDate day = LocalDate.MIN;
    private byte[] key = new byte[0];

    /** @param enabled false lifts all limits, for a measurement */
    RateLimits(boolean enabled, Clock clock) {
        this.enabled = enabled;
        this.clock = clock;
    }

    /**
     * Takes one of what an address may have.
     *
     * @throws ProblemException if it has had too much
     */
    void takeFrom(Limit limit, String address) {
        take(limit, network(address));
    }

    /**
     * Takes one of what somebody may have.
     *
     * @param whom a conversation, or a network
     * @throws ProblemException if they have had too much
     */
    void take(Limit limit, String whom) {
        wait(limit, whom).ifPresent(time -> {
            throw ProblemException.until(Problem.TOO_MANY, time);
        });
    }

    /** Takes one of what somebody may have; where they have had too much, the time until there is more. */
    private Optional<Duration> wait(Limit limit, String whom) {
        if (!enabled) {
            return Optional.empty();
        }
        ConsumptionProbe probe = bucket(limit, whom).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** A bucket of its own, for one socket. */
    Optional<Bucket> own(Limit limit) {
        return enabled ? Optional.of(full(limit)) : Optional.empty();
    }

    private synchronized Bucket bucket(Limit limit, String whom) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            key = new byte[KEY_BYTES];
            random.nextBytes(key);
            buckets.clear();
        }
        return buckets.computeIfAbsent(hidden(limit + " " + whom), name -> full(limit));
    }

    private static Bucket full(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.refill(), limit.every()))
                .build();
    }

    private String hidden(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** The address, or of IPv6 the network that it is one of. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > NETWORK_BYTES ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
