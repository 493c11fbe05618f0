package com.acme.older;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class OlderApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OlderApplication.class, arguments);
    }
}
