package dev.schemaguard.spring.corpus;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Maps, in one application, what applications map. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class CorpusApplication {}
