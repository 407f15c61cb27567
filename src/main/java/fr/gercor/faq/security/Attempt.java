package fr.gercor.faq.security;

import java.time.Duration;

/** What came of a try to log in. */
sealed interface Attempt {

    /** It was right. */
    record Passed(Account account) implements Attempt {}

    /** It was wrong; what was wrong with it is nobody's business. */
    record Refused() implements Attempt {}

    /** It was not even looked at. */
    record TooSoon(Duration delay) implements Attempt {}
}
