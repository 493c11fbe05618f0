package dev.schemaguard.spring.corpus;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** Names as Kotlin makes them, a table whose name is reserved, and a column of each kind. */
@Entity
@Table(name = "\"user\"")
@SecondaryTable(name = "customer_extra")
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    boolean isActive;

    @Column(name = "\"order\"")
    Integer order;

    String name;

    @Column(unique = true, length = 40)
    String email;

    @Column(table = "customer_extra")
    String remark;

    @Lob
    String biography;

    @Lob
    byte[] picture;

    byte[] thumbnail;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated
    Kind ordinal;

    BigDecimal balance;

    BigInteger big;

    Double ratio;

    Float share;

    Short small;

    Byte tiny;

    Character letter;

    UUID reference;

    Duration elapsed;

    Instant since;

    LocalDate birthday;

    LocalDateTime moment;

    LocalTime opens;

    OffsetDateTime zoned;

    @Column(columnDefinition = "integer default 7 not null")
    int points;

    @Column(insertable = false, updatable = false, columnDefinition = "varchar(30) default 'x'")
    String filled;

    @Formula("upper(name)")
    String loud;

    @Embedded
    Address address;

    @ElementCollection
    @CollectionTable(name = "customer_phone")
    Set<String> phones;

    @ElementCollection
    @MapKeyColumn(name = "label")
    Map<String, Address> addresses;

    @ElementCollection
    @OrderColumn
    List<Integer> scores;

    @ManyToMany
    @JoinTable(name = "customer_friend")
    Set<Customer> friends;

    @ManyToOne
    Shape favourite;

    enum Kind {
        PRIVATE,
        BUSINESS
    }

    @Embeddable
    public static class Address {

        String street;

        @Column(length = 2)
        String country;
    }
}
