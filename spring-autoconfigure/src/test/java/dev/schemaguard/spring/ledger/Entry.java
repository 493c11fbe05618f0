package dev.schemaguard.spring.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;

@Entity
@NamedNativeQuery(name = "Entry.ofLabel", query = "select id from {h-schema}entry where label = ?1")
@NamedNativeQuery(name = "Entry.whole", query = "select {e.*} from entry e")
public class Entry {

    @Id
    Long id;

    String label;
}
