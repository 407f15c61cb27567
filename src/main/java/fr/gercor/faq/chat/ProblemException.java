package fr.gercor.faq.chat;

import org.springframework.http.ProblemDetail;

/** A request that can't be done, with the problem to answer it by. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail detail;

    ProblemException(Problem problem) {
        this(problem.detail());
    }

    ProblemException(Problem problem, String field) {
        this(problem.detail(field));
    }

    private ProblemException(ProblemDetail detail) {
        super(detail.getDetail(), null, false, false);
        this.detail = detail;
    }

    ProblemDetail detail() {
        return detail;
    }
}
