package fr.gercor.faq.chat;

import java.time.Duration;

/** How much is too much: a first burst, and what it fills up again by. */
enum Limit {
    /** Conversations begun from one address: a whole hospital may stand behind it. */
    CONVERSATIONS(100, 100, Duration.ofMinutes(1)),
    /** Messages from one address, by both doors. */
    MESSAGES_FROM_ADDRESS(200, 10, Duration.ofSeconds(1)),
    /** Messages in one conversation: a person writes one in a few seconds, and a client resends a few at once. */
    MESSAGES_IN_CONVERSATION(30, 1, Duration.ofSeconds(1)),
    /** Questions outside of a conversation, from one address. */
    QUESTIONS(120, 5, Duration.ofSeconds(1)),
    /** Questions handed to professionals, from one address. */
    HANDOVERS(20, 1, Duration.ofSeconds(10)),
    /** Follow-up codes tried from one address: at this rate 44 bits last for longer than a code is kept. */
    CODES(20, 1, Duration.ofSeconds(6)),
    /** All other requests from one address: reading, feedback, erasing. */
    REQUESTS(300, 20, Duration.ofSeconds(1)),
    /** Sockets opened from one address. */
    SOCKETS(500, 20, Duration.ofSeconds(1)),
    /** Frames on one socket, of any kind; beyond them it is closed. */
    FRAMES(100, 20, Duration.ofSeconds(1));

    private final int burst;
    private final int refill;
    private final Duration every;

    Limit(int burst, int refill, Duration every) {
        this.burst = burst;
        this.refill = refill;
        this.every = every;
    }

    int burst() {
        return burst;
    }

    /** How many come back {@link #every()} so often. */
    int refill() {
        return refill;
    }

    Duration every() {
        return every;
    }
}
