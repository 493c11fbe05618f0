package dev.schemaguard.spring.queries;

import dev.schemaguard.model.Origin;
import java.util.Objects;

/** A query that an application wrote itself. */
public sealed interface WrittenQuery {

    /** Who sends it: {@code com.acme.PostRepository#findTop}. */
    Origin origin();

    /**
     * One that is sent as it stands, but for its values.
     *
     * @param text its SQL
     */
    record Sql(Origin origin, String text) implements WrittenQuery {

        public Sql {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * One of which it is not known for sure what is sent.
     *
     * @param reason why, for people
     */
    record NotKnown(Origin origin, String reason) implements WrittenQuery {

        public NotKnown {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
