package dev.schemaguard.samples.springboot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A post of a business; its quality came with release 42. */
@Entity
@Table(name = "posts")
class Post {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 200)
    private String title = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Integer> quality;

    /** For Hibernate. */
    protected Post() {}

    Post(String title, Map<String, Integer> quality) {
        this.title = title;
        this.quality = quality;
    }

    @Nullable
    Long id() {
        return id;
    }

    String title() {
        return title;
    }

    @Nullable
    Map<String, Integer> quality() {
        return quality;
    }
}
