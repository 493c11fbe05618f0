package dev.schemaguard.source.snapshot;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Printable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expectation from a JSON snapshot, the fastest source there is. Facts keep the origin that the snapshot tells; the others come
 * from their line in the snapshot itself.
 */
public final class SnapshotSource implements SchemaSource {

    /** Where on the class path a release packages what it expects. */
    public static final String PACKAGED = "META-INF/schema-guard/schema.json";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSource.class);

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

    /** Those that lie behind the facts, which are not read for that. */
    @Override
    public List<TableDigests> digests(Database database) {
        try {
            Optional<DigestBlock> block = DigestBlock.read(text.bytes(JsonInput.LONGEST));
            return block.isPresent() && block.get().dialect().equals(database.name())
                    ? block.get().versions()
                    : List.of();
        } catch (IllegalArgumentException e) {
            LOG.info(
                    "the digests of '{}' are not used, for {}; take the snapshot anew and checks cost one statement again",
                    Printable.line(text.location()),
                    Printable.line(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "SnapshotSource[" + name() + "]";
    }
}
