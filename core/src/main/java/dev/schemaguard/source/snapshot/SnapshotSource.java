package dev.schemaguard.source.snapshot;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.Optional;

/**
 * Expectation from a JSON snapshot, the fastest source there is. Facts keep the origin that the snapshot tells; the others come
 * from their line in the snapshot itself.
 */
public final class SnapshotSource implements SchemaSource {

    /** Where on the class path a release packages what it expects. */
    public static final String PACKAGED = "META-INF/schema-guard/schema.json";

    private final SourceText text;

    private SnapshotSource(SourceText text) {
        this.text = text;
    }

    /** The expectation that a snapshot holds. */
    public static SnapshotSource of(SourceText text) {
        return new SnapshotSource(text);
    }

    @Override
    public String name() {
        return text.location();
    }

    @Override
    public Schema load(Database database) {
        Snapshot snapshot = SnapshotReader.read(text, Optional.of(text.location()));
        if (!snapshot.dialect().equals(database.name())) {
            throw new SchemaSourceException(
                    Origin.of(text.location()),
                    "is a snapshot for '" + Excerpt.of(snapshot.dialect()) + "', but the database is '"
                            + database.name() + "'",
                    "take the snapshot from a database of the same kind, or connect to one");
        }
        return snapshot.schema();
    }

    @Override
    public String toString() {
        return "SnapshotSource[" + name() + "]";
    }
}
