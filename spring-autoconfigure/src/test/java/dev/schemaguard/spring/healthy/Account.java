package dev.schemaguard.spring.healthy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** A column of each type, with all that a mapping can say of a column. */
@Entity
@Table(
        name = "account",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "account_code_region",
                        columnNames = {"code", "region"}),
        indexes = {
            @Index(name = "account_by_name", columnList = "name"),
            @Index(name = "account_by_day", columnList = "born, name desc"),
            @Index(name = "account_by_number", columnList = "number_of", unique = true)
        })
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    @Column(nullable = false, length = 80)
    String name;

    @Column(unique = true)
    String email;

    @Column(nullable = false, length = 10)
    String code;

    @Column(nullable = false, length = 3)
    String region;

    @Column(name = "number_of", nullable = false)
    long number;

    @Lob
    String biography;

    @Column(length = 100_000)
    String essay;

    @Lob
    byte[] picture;

    byte[] thumbnail;

    @Column(length = 16)
    byte[] checksum;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated
    Kind ordinal;

    boolean active;

    Boolean maybe;

    BigDecimal balance;

    @Column(precision = 12, scale = 4)
    BigDecimal rate;

    BigInteger big;

    Double ratio;

    Float share;

    Short small;

    Byte tiny;

    Integer counted;

    Character letter;

    char initial;

    UUID reference;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID referenceAsText;

    Duration elapsed;

    Instant since;

    LocalDate born;

    LocalDateTime noted;

    @Column(precision = 3)
    LocalDateTime precise;

    LocalTime opens;

    OffsetDateTime zoned;

    ZonedDateTime zonedToo;

    Year founded;

    @Nationalized
    String worldwide;

    @ColumnDefault("'none'")
    @Column(length = 20)
    String remark;

    @ColumnDefault("0")
    @Column(nullable = false)
    int points;

    @ColumnDefault("current_timestamp")
    LocalDateTime made;

    @Column(columnDefinition = "varchar(30) default 'x' not null")
    String described;

    @Column(columnDefinition = "decimal(7,3)")
    BigDecimal measured;

    @ElementCollection
    @CollectionTable(name = "account_phone")
    Set<String> phones;

    @ElementCollection
    @OrderColumn
    List<Integer> scores;

    @ManyToMany
    @JoinTable(name = "account_friend")
    Set<Account> friends;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "account_shape"))
    Shape shape;

    @ManyToOne
    Line line;

    enum Kind {
        PRIVATE,
        BUSINESS
    }
}
