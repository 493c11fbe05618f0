package dev.schemaguard.spring.aggregates;

import dev.schemaguard.spring.writers.Author;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** An aggregate with one of each kind of member. */
@Table("posts")
public class Post {

    public enum Quality {
        DRAFT,
        FINE
    }

    /** Embedded, with something embedded in it. */
    public record Seo(
            String slug,

            @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "card_")
            Card card) {}

    public record Card(String image) {}

    public record Comment(String body, Integer stars) {}

    public record Tag(String label) {}

    public record Note(String text) {}

    @Id
    public Long id;

    public String title;
    public Quality quality;
    public BigDecimal rating;
    public LocalDateTime written;
    public UUID reference;
    public Money price;

    @Column("Words")
    public Integer count;

    public AggregateReference<Author, Long> author;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "seo_")
    public Seo seo;

    public List<Comment> comments;

    public Set<Tag> tags;

    @MappedCollection(idColumn = "of_post", keyColumn = "lang")
    public Map<String, Note> notes;

    @ReadOnlyProperty
    public String computed;

    @InsertOnlyProperty
    public String source;

    @Transient
    public String nowhere;
}
