package fr.gercor.faq.chat;

import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What can go wrong with a message, by either door: a status and the words that say what to do. */
enum Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not_found"),
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable"),
    MISSING(HttpStatus.BAD_REQUEST, "missing"),
    TEXT_OR_CHOICE(HttpStatus.BAD_REQUEST, "text_or_choice"),
    NOT_OPEN(HttpStatus.BAD_REQUEST, "not_open"),
    UNKNOWN_TYPE(HttpStatus.BAD_REQUEST, "unknown_type"),
    TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "too_long"),
    OTHER_TEXT(HttpStatus.CONFLICT, "other_text"),
    PURGED(HttpStatus.GONE, "purged"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too_many"),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "away"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal");

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages");

    private final HttpStatus status;
    private final String key;

    Problem(HttpStatus status, String key) {
        this.status = status;
        this.key = key;
    }

    HttpStatus status() {
        return status;
    }

    /** The problem as it goes out. */
    ProblemDetail detail() {
        return ProblemDetail.forStatusAndDetail(status, WORDS.getString("problem." + key));
    }

    /** The problem with the field that is at fault. */
    ProblemDetail detail(String field) {
        String words = WORDS.getString("problem." + key).replace("{0}", field);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, words);
        detail.setProperty("field", field);
        return detail;
    }
}
