package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one source expects, read once for each database and kept. */
public final class Expectation {

    private final SchemaSource source;
    private final Optional<String> group;
    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

    public Expectation(SchemaSource source, Optional<String> group) {
        this.source = source;
        this.group = group;
    }

    public String name() {
        return source.name();
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

    /** As far as it has been read. */
    public Collection<Schema> known() {
        return loaded.values();
    }

    public Schema schema(Database database) {
        return loaded.computeIfAbsent(database.name(), name -> source.load(database));
    }
}
