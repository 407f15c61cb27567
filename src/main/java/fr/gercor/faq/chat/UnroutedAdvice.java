package fr.gercor.faq.chat;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers, below {@code /api/}, the requests that reach no call of ours: pages answer their own. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnroutedAdvice {

    private static final String API = "/api/";

    private final ProblemAdvice problems;

    UnroutedAdvice(ProblemAdvice problems) {
        this.problems = problems;
    }

    /** @throws Exception the same, where it is not ours to answer */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception thrown, HttpServletRequest request) throws Exception {
        if (request.getRequestURI().startsWith(API)) {
            return problems.answer(thrown);
        }
        throw thrown;
    }
}
