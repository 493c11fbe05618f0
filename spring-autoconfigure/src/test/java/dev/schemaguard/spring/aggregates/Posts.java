package dev.schemaguard.spring.aggregates;

import org.springframework.data.repository.CrudRepository;

public interface Posts extends CrudRepository<Post, Long> {}
