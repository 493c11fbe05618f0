package com.acme.library.schemas;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "loans", schema = "lending")
public class Loan {

    @Id
    @GeneratedValue(generator = "loan_numbers")
    @SequenceGenerator(name = "loan_numbers", schema = "lending", sequenceName = "loan_numbers", allocationSize = 50)
    public Long id;

    @ManyToOne(optional = false)
    public Book book;

    @Column(name = "due_at")
    public Instant dueAt;
}
