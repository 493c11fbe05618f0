package dev.schemaguard.spring.corpus;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** What is only read: a view, another schema's table, a query. */
@Entity
@Immutable
@Table(name = "customer_view")
public class Reading {

    @Id
    Long id;

    String name;

    @Entity
    @Table(name = "entry", schema = "ledger")
    public static class Entry {

        @Id
        Long id;

        String note;
    }

    @Entity
    @Subselect("select id, name from customer_view")
    public static class Sub {

        @Id
        Long id;

        String name;
    }
}
