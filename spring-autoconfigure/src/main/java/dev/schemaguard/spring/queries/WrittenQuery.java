package dev.schemaguard.spring.queries;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Objects;

/** A query that an application wrote itself. */
public sealed interface WrittenQuery {

    /**
     * Queries of a framework in an application with several databases, of which it is not told where they go: that there are some,
     * and how many, so that nobody takes a report for one that knows them.
     */
    static List<WrittenQuery> toSomeDatabase(String framework, List<WrittenQuery> queries) {
        return queries.isEmpty()
                ? List.of()
                : List.of(new NotKnown(
                        Origin.of(framework),
                        "of " + queries.size() + (queries.size() == 1 ? " query" : " queries")
                                + " it is not known to which of several DataSources they are sent; name them in files with"
                                + " schema-guard.data-sources.*.statements"));
    }

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
