package dev.schemaguard.spring.healthy;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Maps what each database that Hibernate knows can make. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class HealthyApplication {}
