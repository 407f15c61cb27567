package fr.gercor.faq.chat;

import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What can go wrong with a message, by either door: a status and the words that say what to do. */
enum Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not_found"),
    NOWHERE(HttpStatus.NOT_FOUND, "nowhere"),
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable"),
    MISSING(HttpStatus.BAD_REQUEST, "missing"),
    INVALID(HttpStatus.BAD_REQUEST, "invalid"),
    TEXT_OR_CHOICE(HttpStatus.BAD_REQUEST, "text_or_choice"),
    NOT_OPEN(HttpStatus.BAD_REQUEST, "not_open"),
    ALREADY_OPEN(HttpStatus.BAD_REQUEST, "already_open"),
    UNKNOWN_TYPE(HttpStatus.BAD_REQUEST, "unknown_type"),
    UNEXPECTED(HttpStatus.BAD_REQUEST, "unexpected"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "not_signed_in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden"),
    FOREIGN(HttpStatus.FORBIDDEN, "foreign"),
    TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "too_long"),
    BODY_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "body_too_long"),
    OTHER_TEXT(HttpStatus.CONFLICT, "other_text"),
    PURGED(HttpStatus.GONE, "purged"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too_many"),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "away"),
    FULL(HttpStatus.SERVICE_UNAVAILABLE, "full"),
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
