package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one source expects, read once for each database and kept. */
public final class Expectation {

    private final SchemaSource source;
    private final Optional<String> group;
    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();
    private final Map<String, List<TableDigests>> digests = new ConcurrentHashMap<>();
    private volatile @Nullable Database digested;

    public Expectation(SchemaSource source, Optional<String> group) {
        this.source = source;
        this.group = group;
    }

    public String name() {
        return source.name();
    }

    String unread(int count) {
        return source.unread(count);
    }

    public Optional<String> group() {
        return group;
    }

    /** What the statements of a release need, if it is that. */
    Optional<StatementNeeds> statements() {
        if (source instanceof TableSubset subset) {
            return subset.whole().statements();
        }
        return source instanceof Exclusion exclusion && exclusion.whole() instanceof StatementNeeds needs
                ? Optional.of(needs)
                : Optional.empty();
    }

    /** As far as a check has needed it; where digests were enough, it is read now. */
    public Collection<Schema> known() {
        Database toldByDigests = digested;
        if (loaded.isEmpty() && toldByDigests != null) {
            try {
                schema(toldByDigests);
            } catch (SchemaSourceException e) {
                // The next check says so.
                return List.of();
            }
        }
        return loaded.values();
    }

    /** The digests of what is expected that a server of this major version can be asked about; kept once they are read. */
    Optional<TableDigests> digests(Database database, int majorVersion) {
        digested = database;
        List<TableDigests> versions = digests.get(database.name());
        if (versions == null) {
            versions = source.digests(database);
            digests.put(database.name(), versions);
        }
        for (TableDigests version : versions) {
            if (version.majorVersion() == majorVersion) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The major versions of which there are digests; none where they cannot be read. */
    List<Integer> versions(Database database) {
        try {
            return source.digests(database).stream()
                    .map(TableDigests::majorVersion)
                    .toList();
        } catch (SchemaSourceException e) {
            return List.of();
        }
    }

    /** Whether it has digests at all, be they of whatever version. Known once somebody asked for them. */
    boolean hasDigests(Database database) {
        return !digests.getOrDefault(database.name(), List.of()).isEmpty();
    }

    public Schema schema(Database database) {
        return loaded.computeIfAbsent(database.name(), name -> source.load(database));
    }
}
