package dev.schemaguard.spring.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "code"))
public class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_seq")
    @SequenceGenerator(name = "item_seq", sequenceName = "item_seq", allocationSize = 50)
    Long id;

    @Column(nullable = false, length = 100)
    String code;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    @Enumerated(EnumType.STRING)
    Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    String attributes;

    UUID reference;

    Instant createdAt;

    boolean active;

    @ManyToOne
    @JoinColumn(name = "owner_id")
    Owner owner;
}
