package com.acme.diary;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Entry {

    @Id
    Long id;

    String title;

    protected Entry() {}

    Entry(long id, String title) {
        this.id = id;
        this.title = title;
    }
}
