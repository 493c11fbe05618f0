package dev.schemaguard.samples.springboot;

import org.springframework.data.jpa.repository.JpaRepository;

/** The posts of the service. */
interface Posts extends JpaRepository<Post, Long> {}
