package dev.schemaguard.samples.dashboard;

import dev.schemaguard.Diagnosis;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The answer where there is no answer. Spring's own exceptions (no such row, another owner's) keep their statuses, and drift
 * is left to {@code schema-guard.problem-details}: 503, with the time after which to try again. The rest broke.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @ExceptionHandler
    ProblemDetail broken(Exception failure) throws Exception {
        Diagnosis diagnosis = Diagnosis.of(failure);
        if (diagnosis == Diagnosis.DRIFT) {
            throw failure;
        }
        String reference = HexFormat.of().withUpperCase().toHexDigits((short) RANDOM.nextInt()) + "-"
                + HexFormat.of().withUpperCase().toHexDigits((short) RANDOM.nextInt());
        LOG.error("reference {}: {}", reference, diagnosis, failure);
        ProblemDetail problem = ProblemDetail.forStatus(
                diagnosis == Diagnosis.UNREACHABLE ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setTitle("Something broke on our side");
        problem.setProperty("reference", reference);
        return problem;
    }
}
