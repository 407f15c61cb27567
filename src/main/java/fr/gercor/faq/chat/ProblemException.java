package fr.gercor.faq.chat;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.http.ProblemDetail;

/** A request or a frame that can't be done, with the problem to answer it by. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String RETRY_AFTER = "retryAfter";

    private final transient ProblemDetail detail;

    ProblemException(Problem problem) {
        this(problem.detail());
    }

    /** @param field the one at fault, as it is named in the request */
    ProblemException(Problem problem, String field) {
        this(problem.detail(field));
    }

    private ProblemException(ProblemDetail detail) {
        super(detail.getDetail(), null, false, false);
        this.detail = detail;
    }

    /** A problem that passes; the client is told in whole seconds, one at least, when it may try again. */
    static ProblemException until(Problem problem, Duration retryAfter) {
        ProblemDetail detail = problem.detail();
        detail.setProperty(RETRY_AFTER, Math.max(1, (retryAfter.toMillis() + 999) / 1_000));
        return new ProblemException(detail);
    }

    ProblemDetail detail() {
        return detail;
    }

    /** Seconds after which it may be tried again; empty where that would not help. */
    OptionalLong retryAfterSeconds() {
        return detail.getProperties() != null && detail.getProperties().get(RETRY_AFTER) instanceof Long seconds
                ? OptionalLong.of(seconds)
                : OptionalLong.empty();
    }
}
