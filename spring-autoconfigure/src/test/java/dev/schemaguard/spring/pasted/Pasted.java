package dev.schemaguard.spring.pasted;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the pages show for pasting into an application, so that it compiles. */
final class Pasted {

    private Pasted() {}

    @RestControllerAdvice
    static class Handlers {

        @ExceptionHandler
        ProblemDetail database(DataAccessException failure) {
            return ProblemDetail.forStatus(
                    switch (Diagnosis.of(failure)) {
                        case DRIFT, UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
                        case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
                        case OTHER -> HttpStatus.INTERNAL_SERVER_ERROR;
                    });
        }
    }

    @Configuration
    static class Contract {

        @Bean
        SchemaSource neededAtStart() {
            return SchemaSources.of(Schema.builder()
                    .table("posts", t -> t.column("quality", "jsonb"))
                    .table("reel_jobs", t -> t.readOnly().column("id", "bigint"))
                    .build());
        }
    }
}
