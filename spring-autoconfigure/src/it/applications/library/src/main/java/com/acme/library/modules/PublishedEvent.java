package com.acme.library.modules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "event_publication", schema = "events")
public class PublishedEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;

    @Column(name = "serialized_event", nullable = false)
    public String serializedEvent;

    @Column(name = "publication_date", nullable = false)
    public Instant publicationDate = Instant.now();

    @Column(name = "completion_date")
    public Instant completionDate;
}
