package dev.schemaguard.samples.testcontainers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service, as it is written anywhere: nothing in it knows of Schema Guard. */
@SpringBootApplication
public class StudioApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(StudioApplication.class, arguments);
    }
}
