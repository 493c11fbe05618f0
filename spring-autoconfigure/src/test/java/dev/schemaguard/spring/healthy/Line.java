package dev.schemaguard.spring.healthy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A key of two columns, and names that are words of SQL or keep their case. */
@Entity
@Table(name = "\"Order Line\"")
public class Line {

    @EmbeddedId
    Key key;

    @Column(name = "\"select\"")
    Integer select;

    @Column(name = "\"mixedCase\"", nullable = false)
    String mixed;

    @Embeddable
    public record Key(Long orderId, @Column(length = 12) String place) implements Serializable {}

    /** Keys from a sequence of its own. */
    @Entity
    @Table(name = "ticket")
    public static class Ticket {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets")
        @SequenceGenerator(name = "tickets", sequenceName = "ticket_numbers", allocationSize = 20)
        Long id;
    }

    /** Keys from a table. */
    @Entity
    @Table(name = "voucher")
    public static class Voucher {

        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    /** Keys that the release makes. */
    @Entity
    @Table(name = "token")
    public static class Token {

        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }
}
