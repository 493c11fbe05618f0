package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemas that are looked at, and in which of them unqualified names are looked for. */
final class H2Namespace {

    /** The session's path is told as the statement that sets it (manual, SET SCHEMA_SEARCH_PATH). */
    private static final String SESSION = """
            /* schema-guard: session */
            select CURRENT_SCHEMA, CURRENT_USER,
              (select STATE_COMMAND from INFORMATION_SCHEMA.SESSION_STATE where STATE_KEY = 'SCHEMA_SEARCH_PATH')""";

    private static final String SCHEMAS = """
            /* schema-guard: schemas */
            select SCHEMA_NAME from INFORMATION_SCHEMA.SCHEMATA""";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    private final List<String> path;
    private final Set<String> lookedAt;
    private final UnaryOperator<String> sameName;
    private final String user;

    private H2Namespace(List<String> path, Set<String> lookedAt, UnaryOperator<String> sameName, String user) {
        this.path = path;
        this.lookedAt = lookedAt;
        this.sameName = sameName;
        this.user = user;
    }

    static H2Namespace read(H2Question question, InspectionScope scope, UnaryOperator<String> sameName)
            throws SQLException, InspectionException {
        List<String> path = new ArrayList<>(scope.schemas());
        String[] user = {""};
        question.ask(SESSION, row -> {
            user[0] = String.valueOf(row.getString(2));
            if (path.isEmpty()) {
                path.addAll(ofSession(row));
            }
        });
        Map<String, String> all = new LinkedHashMap<>();
        question.ask(SCHEMAS, row -> all.put(sameName.apply(row.getString(1)), row.getString(1)));
        for (String schema : path) {
            if (!all.containsKey(sameName.apply(schema))) {
                throw new InspectionException(
                        Reason.SCHEMA_NOT_FOUND,
                        "schema '" + schema + "' does not exist: check the name, its case, and the database",
                        null);
            }
        }
        path.replaceAll(schema -> all.getOrDefault(sameName.apply(schema), schema));
        Set<String> lookedAt = new LinkedHashSet<>(path);
        qualifying(scope).stream()
                .map(schema -> all.get(sameName.apply(schema)))
                .filter(Objects::nonNull)
                .forEach(lookedAt::add);
        return new H2Namespace(List.copyOf(path), lookedAt, sameName, user[0]);
    }

    /** The current schema comes first, then those of the path (manual, SET SCHEMA_SEARCH_PATH). */
    private static Set<String> ofSession(ResultSet row) throws SQLException {
        Set<String> schemas = new LinkedHashSet<>();
        schemas.add(row.getString(1));
        Matcher names = QUOTED.matcher(Optional.ofNullable(row.getString(3)).orElse(""));
        while (names.find()) {
            schemas.add(names.group(1).replace("\"\"", "\""));
        }
        return schemas;
    }

    /** The schemas that the expectation's qualified names speak of. */
    private static Set<String> qualifying(InspectionScope scope) {
        Set<String> schemas = new LinkedHashSet<>();
        scope.expected()
                .ifPresent(expected -> Stream.concat(
                                expected.tables().stream().map(Table::name),
                                expected.sequences().stream().map(Sequence::name))
                        .filter(ObjectName::isQualified)
                        .forEach(name -> schemas.add(name.schema())));
        return schemas;
    }

    /** The schemas in which unqualified names are looked for, in order. */
    List<String> path() {
        return path;
    }

    /** The same, and those that the expectation's qualified names speak of. */
    List<String> lookedAt() {
        return List.copyOf(lookedAt);
    }

    String user() {
        return user;
    }

    /** The names under which something may stand, the nearest first, as {@link #same} has them. */
    List<ObjectName> candidates(ObjectName name) {
        return name.isQualified()
                ? List.of(same(name))
                : path.stream().map(name::in).map(this::same).toList();
    }

    /** What all names have in common that the database takes for equal. */
    ObjectName same(ObjectName name) {
        return ObjectName.of(sameName.apply(name.schema()), sameName.apply(name.name()));
    }
}
