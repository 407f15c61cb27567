package fr.gercor.faq.escalation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Questions on their way from an anonymous conversation to the one that their writer opens after logging in. A code stands for a
 * question once, for a quarter of an hour, in this node's memory: what was typed goes through no address and no file.
 */
public final class CarriedQuestions {

    private static final Duration LIFE = Duration.ofMinutes(15);

    /** More than this many at once, and the oldest is let go. */
    private static final int MOST = 10_000;

    private static final int CODE_BYTES = 18;

    private final Map<String, Carried> waiting = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    private record Carried(String question, Instant until) {}

    /** @param clock that ends their quarter of an hour */
    public CarriedQuestions(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param question as it was typed
     * @return the code that stands for it once, 24 characters of base64url
     */
    public synchronized String keep(String question) {
        Instant now = clock.instant();
        waiting.values().removeIf(carried -> carried.until().isBefore(now));
        if (waiting.size() >= MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        waiting.put(code, new Carried(question, now.plus(LIFE)));
        return code;
    }

    /** The question of a code, which stands for nothing afterwards; empty where it is unknown, used or too old. */
    public synchronized Optional<String> take(String code) {
        return Optional.ofNullable(waiting.remove(code))
                .filter(carried -> !carried.until().isBefore(clock.instant()))
                .map(Carried::question);
    }
}
