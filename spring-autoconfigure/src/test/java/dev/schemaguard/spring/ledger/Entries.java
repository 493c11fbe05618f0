package dev.schemaguard.spring.ledger;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface Entries extends JpaRepository<Entry, Long> {

    @Query(
            value = "select id from entry where label = :label",
            countQuery = "select count(*) from entry where label = :label",
            nativeQuery = true)
    Page<Long> labelled(@Param("label") String label, Pageable page);

    @NativeQuery("select e.label from #{#entityName} e where e.id = :#{#id}")
    List<String> label(@Param("id") Long id);

    @NativeQuery("select total from yearly where year = ?1")
    List<Long> total(int year);

    @Modifying
    @Query(value = "insert into entry (id) values (:id)", nativeQuery = true)
    void add(@Param("id") long id);

    @Query("select e.id from Entry e where e.label = ?1")
    List<Long> notNative(String label);
}
