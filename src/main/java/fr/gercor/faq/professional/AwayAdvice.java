package fr.gercor.faq.professional;

import fr.gercor.faq.conversation.StoreAwayException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows {@link AwayPage} to clinicians while the database is away, whether a page of theirs can't be made or, before it comes to
 * that, nobody can tell whether their session is still good.
 */
@ControllerAdvice(assignableTypes = {QueueController.class, ClinicianChatController.class})
class AwayAdvice implements ErrorViewResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(AwayAdvice.class);
    private static final String HERE = "/pro";

    @ExceptionHandler({StoreAwayException.class, DataAccessException.class, TransactionException.class})
    ModelAndView away(RuntimeException why, HttpServletRequest request, HttpServletResponse response) {
        if (why instanceof DataIntegrityViolationException) {
            throw why;
        }
        LOG.warn("A clinician's page could not be made: {}", why.getClass().getName());
        response.setHeader(HttpHeaders.RETRY_AFTER, AwayPage.SOON);
        return AwayPage.of(request, request.getMethod(), request.getRequestURI());
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> details) {
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String path = address.substring(Math.min(request.getContextPath().length(), address.length()));
        boolean ours = path.equals(HERE) || path.startsWith(HERE + "/");
        // A request that is led to a page of errors is a GET, whatever it was.
        String method = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD));
        return ours && status == HttpStatus.SERVICE_UNAVAILABLE ? AwayPage.of(request, method, address) : null;
    }

    /** Before the pages of errors of the whole site. */
    @Override
    public int getOrder() {
        return -1;
    }
}
