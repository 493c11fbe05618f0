package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogText;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells apart why a table was not found: the schema does not exist, the role may not see it, it is empty, or only the table
 * is missing. It asks the catalog nothing more as long as all was found.
 */
final class MissingTableDiagnosis {

    private static final int MOST_NAMES = 10;

    private final Connection connection;
    private final int version;
    private final int timeout;
    private final InspectionScope scope;
    private final Dialect dialect;

    MissingTableDiagnosis(Connection connection, int version, int timeout, InspectionScope scope, Dialect dialect) {
        this.connection = connection;
        this.version = version;
        this.timeout = timeout;
        this.scope = scope;
        this.dialect = dialect;
    }

    /**
     * What is around a table that was not found.
     *
     * @param empty the schemas that hold no table or view at all
     * @param hidden the schemas of the search path that hold what is looked for, but that the role may not use, so that the
     *     server leaves them out
     */
    record Explanation(List<String> empty, List<String> hidden) {

        /** There is none where all was found. */
        static final Explanation NOT_NEEDED = new Explanation(List.of(), List.of());
    }

    /**
     * Why something was not found.
     *
     * @throws InspectionException if a schema that matters does not exist, or a capture may not use it
     */
    Explanation explain(PostgresPath path, WantedRelations wanted) throws InspectionException, SQLException {
        requireGiven(path);
        if (scope.expected().isEmpty()) {
            requireUsable(path.path(), path);
        }
        Set<String> blocked = path.isGiven() ? Set.of() : notEffective(path);
        boolean lacksUnqualified =
                scope.expected().isEmpty() || wanted.missing().stream().anyMatch(name -> !name.isQualified());
        Set<String> questioned = new LinkedHashSet<>(lacksUnqualified ? blocked : Set.of());
        questioned.addAll(perhapsEmpty(path, wanted));
        List<Surrounding> surroundings = questioned.isEmpty() ? List.of() : ask(questioned, wanted.missing());
        List<String> hidden = new ArrayList<>();
        for (Surrounding surrounding : surroundings) {
            if (blocked.contains(surrounding.name) && !surrounding.usable && matters(surrounding, path)) {
                if (scope.expected().isEmpty() || !surrounding.holdsWanted) {
                    throw notPermitted(surrounding.name, path);
                }
                hidden.add(surrounding.name);
            }
        }
        if (hidden.isEmpty()
                && lacksUnqualified
                && !path.isGiven()
                && path.named().isEmpty()
                && hasNoImplied(path, wanted)) {
            throw nothingOnPath(path);
        }
        List<String> empty = surroundings.stream()
                .filter(surrounding -> surrounding.empty && !blocked.contains(surrounding.name))
                .map(Surrounding::name)
                .toList();
        return new Explanation(empty, hidden);
    }

    /** Those of the schemas that hold no table or view at all. */
    Set<String> empty(List<String> schemas) throws SQLException {
        return schemas.isEmpty()
                ? Set.of()
                : ask(new LinkedHashSet<>(schemas), List.of()).stream()
                        .filter(Surrounding::empty)
                        .map(Surrounding::name)
                        .collect(Collectors.toSet());
    }

    /** A capture can tell for each schema; a comparison need only where nothing at all was found. */
    private Set<String> perhapsEmpty(PostgresPath path, WantedRelations wanted) {
        if (scope.expected().isPresent() && !wanted.found().isEmpty()) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>(path.named());
        path.beside().forEach(entry -> names.add(entry.name()));
        wanted.found().forEach(relation -> names.remove(relation.name().schema()));
        return names;
    }

    /** A schema on the path that is not usable hides nothing as long as what was looked for is not there. */
    private boolean matters(Surrounding surrounding, PostgresPath path) {
        return surrounding.holdsWanted
                || scope.expected().isEmpty() && !surrounding.empty
                || path.named().isEmpty();
    }

    private static boolean hasNoImplied(PostgresPath path, WantedRelations wanted) {
        return wanted.found().isEmpty() && path.beside().isEmpty();
    }

    private void requireGiven(PostgresPath path) throws InspectionException, SQLException {
        if (path.isGiven()) {
            List<String> existing = path.named();
            for (String schema : scope.schemas()) {
                if (!existing.contains(schema)) {
                    throw new InspectionException(
                            Reason.SCHEMA_NOT_FOUND,
                            "schema '" + schema + "' does not exist, there are " + existingSchemas()
                                    + ": check the name, the database, and that the migrations ran",
                            null);
                }
            }
        }
    }

    private void requireUsable(List<PostgresPath.Entry> entries, PostgresPath path) throws InspectionException {
        for (PostgresPath.Entry entry : entries) {
            if (!entry.usable()) {
                throw notPermitted(entry.name(), path);
            }
        }
    }

    private InspectionException notPermitted(String schema, PostgresPath path) {
        return new InspectionException(
                Reason.NOT_PERMITTED,
                "role '" + path.role() + "' may not use schema '" + schema + "': GRANT USAGE ON SCHEMA "
                        + dialect.quote(schema) + " TO " + dialect.quote(path.role()),
                null);
    }

    private InspectionException nothingOnPath(PostgresPath path) throws SQLException {
        return new InspectionException(
                Reason.SCHEMA_NOT_FOUND,
                "search_path '" + path.setting() + "' of role '" + path.role()
                        + "' names no schema that exists, there are " + existingSchemas()
                        + ": name the schemas to look at, or set the search_path",
                null);
    }

    /** Schemas that the search path names but that the server left out: they do not exist, or the role may not use them. */
    private static Set<String> notEffective(PostgresPath path) {
        Set<String> names = SearchPathSetting.schemas(path.setting(), path.role());
        path.path().forEach(entry -> names.remove(entry.name()));
        names.remove("pg_temp");
        return names;
    }

    private List<Surrounding> ask(Set<String> schemas, List<ObjectName> missing) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        missing.stream()
                .filter(name -> !name.isQualified())
                .map(ObjectName::name)
                .forEach(names::add);
        PostgresAnswers answers = new PostgresQuery(version)
                .ask(PostgresQuestion.SURROUNDINGS, Parameter.names(names), Parameter.names(schemas))
                .run(connection, timeout);
        List<Surrounding> surroundings = new ArrayList<>();
        for (String row : answers.all(PostgresQuestion.SURROUNDINGS).values()) {
            CatalogText text = new CatalogText(row);
            surroundings.add(new Surrounding(text.truth(), !text.truth(), text.truth(), text.name()));
        }
        return surroundings;
    }

    private String existingSchemas() throws SQLException {
        Set<String> names = new TreeSet<>(new PostgresQuery(version)
                .ask(PostgresQuestion.EXISTING_SCHEMAS)
                .run(connection, timeout)
                .all(PostgresQuestion.EXISTING_SCHEMAS)
                .values());
        String shown = String.join(
                ", ",
                names.stream().limit(MOST_NAMES).map(name -> "'" + name + "'").toList());
        int more = names.size() - MOST_NAMES;
        return names.isEmpty() ? "no schemas" : more > 0 ? shown + " and " + more + " more" : shown;
    }

    /**
     * What a schema holds.
     *
     * @param usable whether the role may use it
     * @param empty whether it holds no table or view at all
     * @param holdsWanted whether it holds one of the names that were not found
     * @param name its name
     */
    private record Surrounding(boolean usable, boolean empty, boolean holdsWanted, String name) {}
}
