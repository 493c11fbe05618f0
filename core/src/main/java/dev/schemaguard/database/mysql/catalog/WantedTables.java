package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which tables are meant, and how a question is limited to them. */
final class WantedTables {

    /** From here on all of a schema is read, for a list of names costs the server more. */
    private static final int MOST_NAMES = 2_000;

    private final List<String> searchPath;
    private final List<String> lookedAt;
    private final boolean everything;
    private final boolean foldsTables;
    private final Set<ObjectName> names = new LinkedHashSet<>();
    private final TableGlobs excluded;

    /**
     * Finds out what is meant.
     *
     * @throws InspectionException if neither the URL nor anything else names a database
     */
    WantedTables(InspectionScope scope, Session session) throws InspectionException {
        this.searchPath =
                scope.schemas().isEmpty() ? session.database().map(List::of).orElse(List.of()) : scope.schemas();
        this.everything = scope.expected().isEmpty();
        this.foldsTables = session.foldsTables();
        this.excluded = new TableGlobs(scope.exclude());
        scope.expected()
                .ifPresent(expected -> Stream.concat(
                                expected.tables().stream().map(Table::name),
                                expected.sequences().stream().map(Sequence::name))
                        .forEach(name -> names.add(folded(name))));
        Set<String> all = new LinkedHashSet<>(searchPath);
        scope.expected()
                .ifPresent(expected -> Stream.concat(
                                expected.tables().stream().map(Table::name),
                                expected.sequences().stream().map(Sequence::name))
                        .filter(ObjectName::isQualified)
                        .forEach(name -> all.add(name.schema())));
        this.lookedAt = List.copyOf(all);
        if (lookedAt.isEmpty()) {
            throw new InspectionException(
                    Reason.SCHEMA_NOT_FOUND,
                    "the URL names no database, so it is not known where to look: add its name behind the port"
                            + " (jdbc:...://host:port/NAME), or name it as the schema",
                    null);
        }
    }

    private ObjectName folded(ObjectName name) {
        return foldsTables
                ? ObjectName.of(
                        name.schema().toLowerCase(Locale.ROOT), name.name().toLowerCase(Locale.ROOT))
                : name;
    }

    /** The schemas in which unqualified names are looked for. */
    List<String> searchPath() {
        return searchPath;
    }

    /** The same, and those that the expectation's qualified names speak of. */
    List<String> lookedAt() {
        return lookedAt;
    }

    /** Whether somebody asked for the table. */
    boolean wants(ObjectName found) {
        if (excluded.match(found)) {
            return false;
        }
        ObjectName name = folded(found);
        return everything || names.contains(name) || names.contains(name.unqualified()) && onPath(found.schema());
    }

    private boolean onPath(String schema) {
        return searchPath.stream().anyMatch(one -> foldsTables ? one.equalsIgnoreCase(schema) : one.equals(schema));
    }

    /**
     * Limits a question to the schemas, and to the tables where they are few.
     *
     * @param schema the column that has the schema
     * @param table the column that has the table
     * @param values takes what stands for the question marks
     */
    String condition(String schema, String table, List<String> values) {
        String inSchemas = inSchemas(schema, values);
        if (everything || names.size() > MOST_NAMES || names.isEmpty()) {
            return inSchemas;
        }
        List<String> plain = names.stream().map(ObjectName::name).distinct().toList();
        values.addAll(plain);
        return inSchemas + " and " + table + in(plain.size());
    }

    /** Limits a question to the schemas. */
    String inSchemas(String schema, List<String> values) {
        values.addAll(lookedAt);
        return schema + in(lookedAt.size());
    }

    /** One value is asked for by itself, for then the server looks nowhere else. */
    private static String in(int count) {
        return count == 1 ? " = ?" : " in (" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    /** A list for the values of a question. */
    static List<String> values() {
        return new ArrayList<>();
    }
}
