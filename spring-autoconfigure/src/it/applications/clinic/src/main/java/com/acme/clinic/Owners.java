package com.acme.clinic;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Its native queries are none that a parser of SQL need understand. */
public interface Owners extends JpaRepository<Owner, Integer> {

    List<Owner> findByLastNameStartingWith(String beginning);

    @Query(value = "select count(*) from {h-schema}owners", nativeQuery = true)
    long countNatively();

    @Modifying
    @Query(value = "truncate table owners, pets restart identity cascade", nativeQuery = true)
    void forgetAll();
}
