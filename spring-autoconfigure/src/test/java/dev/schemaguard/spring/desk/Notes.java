package dev.schemaguard.spring.desk;

import org.springframework.data.jpa.repository.JpaRepository;

/** The notes, by Spring Data. */
public interface Notes extends JpaRepository<Note, Long> {}
