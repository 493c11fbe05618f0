package dev.schemaguard.spring.aggregates;

import dev.schemaguard.spring.writers.Author;
import org.springframework.data.repository.CrudRepository;

public interface Authors extends CrudRepository<Author, Long> {}
