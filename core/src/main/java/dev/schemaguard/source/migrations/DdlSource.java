package dev.schemaguard.source.migrations;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.DdlReplay;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Expectation from one DDL script, such as {@code schema.sql} or what {@code pg_dump --schema-only} writes.
 *
 * <p>The script is complete: what it does not name is not expected to be there. What it holds but cannot be read without a
 * database is listed in {@link Schema#gaps()}.
 */
public final class DdlSource implements SchemaSource {

    private final List<SourceText> scripts;
    private final Placeholders placeholders;

    private DdlSource(List<SourceText> scripts, Placeholders placeholders) {
        this.scripts = List.copyOf(scripts);
        this.placeholders = placeholders;
    }

    /** The expectation of a script. */
    public static DdlSource of(SourceText script) {
        return new DdlSource(List.of(script), Placeholders.NONE);
    }

    /**
     * The expectation of scripts that run one after the other.
     *
     * @param scripts the scripts in order, at least one
     */
    public static DdlSource of(List<SourceText> scripts) {
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("there was no script, name at least one");
        }
        return new DdlSource(scripts, Placeholders.NONE);
    }

    /**
     * The expectation of a script in which placeholders such as <code>${schema}</code> are replaced first.
     *
     * @param placeholders the values by the placeholders' names
     */
    public static DdlSource of(SourceText script, Map<String, String> placeholders) {
        return new DdlSource(List.of(script), Placeholders.of(placeholders));
    }

    @Override
    public String name() {
        return scripts.stream().map(SourceText::location).collect(Collectors.joining(", "));
    }

    @Override
    public Schema load(Database database) {
        DdlReplay replay = new DdlReplay(database.ddl());
        scripts.forEach(script -> replay.run(script, placeholders));
        if (replay.changes() == 0) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the script says nothing about a schema",
                    "name a script with statements such as CREATE TABLE");
        }
        return replay.schema();
    }
}
