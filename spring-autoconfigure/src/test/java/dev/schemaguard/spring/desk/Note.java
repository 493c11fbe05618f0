package dev.schemaguard.spring.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its key is assigned, so that an insert waits for the end of the transaction. */
@Entity
public class Note {

    @Id
    private long id;

    private String body = "";
    private String title = "";

    protected Note() {}

    Note(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public String getBody() {
        return body;
    }

    public String getTitle() {
        return title;
    }
}
