package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Glob;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * An expectation without the tables that are none of the release's business.
 *
 * @param whole the expectation
 * @param globs which tables those are
 */
public record Exclusion(SchemaSource whole, List<Glob> globs) implements SchemaSource {

    /** An expectation without the tables that were named, and without those of migration tools. */
    public static Exclusion of(SchemaSource whole, List<String> named) {
        return new Exclusion(whole, globs(named));
    }

    /** The tables that were named, and those of migration tools. */
    static List<Glob> globs(List<String> named) {
        return Stream.concat(named.stream(), HistoryTables.globs().stream())
                .map(Glob::new)
                .toList();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String unread(int count) {
        return whole.unread(count);
    }

    /** To leave tables out changes no digest of the others. */
    @Override
    public List<TableDigests> digests(Database database) {
        return whole.digests(database).stream()
                .map(version -> new TableDigests(
                        version.majorVersion(),
                        version.objects().stream()
                                .filter(object -> !object.isTable()
                                        || globs.stream().noneMatch(glob -> glob.matches(object.name())))
                                .toList()))
                .toList();
    }

    @Override
    public Schema load(Database database) {
        return whole.load(database).withTables(table -> globs.stream().noneMatch(glob -> glob.matches(table.name())));
    }
}
