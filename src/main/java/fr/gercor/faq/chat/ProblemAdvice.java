package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.StoreAwayException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Answers what goes wrong in the calls of the chat with problem details; what was written is never in them, nor in the log. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** When to come back while the database is away, or a node is full or leaving. */
    static final Duration SOON = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception thrown) {
        return switch (thrown) {
            case ProblemException problem -> answer(problem);
            case StoreAwayException away -> answer(ProblemException.until(Problem.AWAY, SOON));
            case HttpMessageNotReadableException unreadable -> answer(unreadable(unreadable));
            case MethodArgumentTypeMismatchException mismatch ->
                answer(new ProblemException(Problem.INVALID, mismatch.getName()));
            case ErrorResponse known -> answer(known);
            default -> {
                LOG.error("A request could not be answered", Nameless.of(thrown));
                yield answer(new ProblemException(Problem.INTERNAL));
            }
        };
    }

    private static ProblemException unreadable(HttpMessageNotReadableException thrown) {
        Optional<String> field = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof JacksonException json) {
                field = field.or(() -> field(json));
            }
        }
        return field.map(name -> new ProblemException(Problem.INVALID, name))
                .orElseGet(() -> new ProblemException(Problem.UNREADABLE, "body"));
    }

    /** The outermost field that could not be read; empty where it is not JSON at all. */
    static Optional<String> field(JacksonException thrown) {
        return thrown.getPath().stream()
                .flatMap(step -> Optional.ofNullable(step.getPropertyName()).stream())
                .findFirst();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemException problem) {
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        return answer(problem.detail(), headers);
    }

    /** What the framework itself refuses: a method, a media type, a path that is none. */
    private static ResponseEntity<ProblemDetail> answer(ErrorResponse known) {
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        ProblemDetail detail = status == HttpStatus.NOT_FOUND ? Problem.NOWHERE.detail() : Problem.UNEXPECTED.detail();
        detail.setStatus(status);
        return answer(detail, known.getHeaders());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
