package com.acme.older;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface Notes extends JpaRepository<Note, Long> {

    @Query(value = "select count(*) from {h-schema}note", nativeQuery = true)
    long countNatively();
}
