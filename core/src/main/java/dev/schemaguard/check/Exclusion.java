package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;

/**
 * An expectation without the tables that are none of the release's business.
 *
 * @param whole the expectation
 * @param excluded which tables those are
 */
public record Exclusion(SchemaSource whole, TableGlobs excluded) implements SchemaSource {

    /** An expectation without the tables that were named, and without those of migration tools. */
    public static Exclusion of(SchemaSource whole, List<String> named) {
        return new Exclusion(whole, tables(named));
    }

    /** The tables that were named, and those of migration tools. */
    static TableGlobs tables(List<String> named) {
        List<String> globs = new ArrayList<>(HistoryTables.globs());
        globs.addAll(named);
        return new TableGlobs(globs);
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
        List<TableDigests> others = new ArrayList<>();
        for (TableDigests version : whole.digests(database)) {
            List<ObjectDigest> objects = new ArrayList<>(version.objects().size());
            for (ObjectDigest object : version.objects()) {
                if (!object.isTable() || !excluded.match(object.name())) {
                    objects.add(object);
                }
            }
            others.add(new TableDigests(version.majorVersion(), objects));
        }
        return others;
    }

    @Override
    public Schema load(Database database) {
        return whole.load(database).withTables(table -> !excluded.match(table.name()));
    }
}
