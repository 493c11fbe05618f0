package dev.schemaguard.spring.pages;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Maps its pages with JPA and packages what makes their table. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class PagesApplication {}
