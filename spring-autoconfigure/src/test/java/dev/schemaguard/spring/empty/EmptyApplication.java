package dev.schemaguard.spring.empty;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Has JPA, and maps nothing. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EmptyApplication {}
