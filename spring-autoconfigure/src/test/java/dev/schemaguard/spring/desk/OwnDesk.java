package dev.schemaguard.spring.desk;

import dev.schemaguard.Diagnosis;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Has words of its own for what goes wrong. */
@RestController
class OwnDesk {

    private final JdbcClient client;

    OwnDesk(JdbcClient client) {
        this.client = client;
    }

    @GetMapping("/own")
    int own() {
        return client.sql("select title from note").query(String.class).list().size();
    }

    @RestControllerAdvice(assignableTypes = OwnDesk.class)
    static class Advice {

        @ExceptionHandler
        ResponseEntity<String> answer(RuntimeException failure) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body("own words for " + Diagnosis.of(failure));
        }
    }
}
