package com.acme.library.schemas;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

public interface Loans extends JpaRepository<Loan, Long> {

    @Transactional
    @Modifying
    @Query(value = "truncate table lending.loans, catalog.books restart identity cascade", nativeQuery = true)
    void forgetAll();
}
