package dev.schemaguard.spring.web;

import dev.schemaguard.text.LoggedFailure;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 503 where a request failed because of drift, or because the database does not answer, and the application has not
 * answered itself.
 *
 * <p>It is a resolver, not an {@code @ControllerAdvice}: an unreachable database comes as an exception of the driver's or of
 * whatever wraps it, so an advice would have to catch everything, and what an advice has caught no other gets. This one is
 * asked last, after each {@code @ExceptionHandler}, and leaves alone what it does not know.
 */
final class SchemaProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaProblemResolver.class);

    private final ProblemDetailsProperties properties;

    SchemaProblemResolver(ProblemDetailsProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!properties.isEnabled() || response.isCommitted()) {
            return null;
        }
        Optional<SchemaProblem> problem = SchemaProblem.of(failure);
        if (problem.isEmpty()) {
            return null;
        }
        try {
            answer(request, response, problem.get());
        } catch (IOException e) {
            LOG.debug("a client did not wait for its answer", LoggedFailure.of(e));
        } catch (IllegalStateException e) {
            // Half an answer is on its way through a writer.
            return null;
        }
        // The report is in the log once already, by the gate that refuses; here only who met it.
        LOG.warn(
                "answered {} {} with 503 ({}): {}",
                Printable.line(request.getMethod()),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                problem.get().type(),
                Secrets.said(failure.toString().lines().findFirst().orElse("")));
        LOG.debug("it failed with", LoggedFailure.of(failure));
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, SchemaProblem problem)
            throws IOException {
        response.resetBuffer();
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(properties.getRetryAfter().toSeconds()));
        if (wantsPage(request)) {
            // The application's own page for errors, such as error/503.html.
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), problem.title());
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemJson.write(problem, request.getRequestURI(), properties.isIncludeFindings(), response.getOutputStream());
    }

    /** Whether a browser asks for a page: it names HTML, and no JSON. */
    private static boolean wantsPage(HttpServletRequest request) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML))
                    && accepted.stream().noneMatch(type -> type.getSubtype().endsWith("json"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Whatever the application brings comes first. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
