package dev.schemaguard.spring.writers;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.relational.core.mapping.Table;

/** Outside of what an application scans, so known by its repository alone. */
@Table
public record Author(@Id @Sequence("author_numbers") Long id, String fullName) {}
