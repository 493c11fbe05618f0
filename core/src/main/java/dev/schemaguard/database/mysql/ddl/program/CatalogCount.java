package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers a query of {@code information_schema} that asks whether something is there, from the schema so far.
 *
 * @param evaluation what the values in it are
 */
record CatalogCount(Evaluation evaluation) {

    private static final Set<String> SCHEMAS =
            Set.of("table_schema", "constraint_schema", "index_schema", "schema_name", "routine_schema");

    /** A query in parentheses, behind whose parenthesis the cursor stands. */
    Possible select(Cursor cursor) {
        cursor.expect("SELECT");
        cursor.accept("DISTINCT");
        if (!hasFrom(cursor)) {
            return evaluation.of(cursor);
        }
        if (cursor.at("IF", "(")) {
            cursor.next();
            List<Cursor> arguments = cursor.list();
            Optional<Boolean> any = isCount(arguments.get(0)) ? counted(cursor).truth() : Optional.empty();
            return any.isPresent()
                    ? evaluation.of(arguments.get(any.get() ? 1 : 2))
                    : evaluation.of(arguments.get(1)).or(evaluation.of(arguments.get(2)));
        }
        boolean counts = cursor.at("COUNT", "(");
        while (!cursor.at("FROM")) {
            cursor.skipOne();
        }
        if (counts) {
            return counted(cursor);
        }
        // The thing itself: null where it is not there.
        Possible count = counted(cursor);
        return count.truth().filter(there -> !there).isPresent() ? Possible.of(Possible.NULL) : Possible.UNKNOWN;
    }

    /** Whether a condition says no more than that there is anything. */
    private static boolean isCount(Cursor condition) {
        if (!condition.accept("COUNT")) {
            return false;
        }
        condition.parenthesised();
        return condition.atEnd() || condition.accept(">", "0") && condition.atEnd();
    }

    private static boolean hasFrom(Cursor cursor) {
        int mark = cursor.mark();
        while (!cursor.atEnd() && !cursor.at("FROM")) {
            cursor.skipOne();
        }
        boolean has = !cursor.atEnd();
        cursor.reset(mark);
        return has;
    }

    /** Whether a query gives any row. */
    Possible exists(Cursor cursor) {
        cursor.expect("SELECT");
        while (!cursor.at("FROM")) {
            cursor.skipOne();
        }
        return counted(cursor).truth().map(any -> Possible.of(any ? 1 : 0)).orElse(Possible.UNKNOWN);
    }

    /** How many rows there are from FROM on. */
    Possible counted(Cursor cursor) {
        try {
            cursor.expect("FROM");
            ObjectName view = cursor.name();
            if (!view.schema().equalsIgnoreCase("information_schema")) {
                return Possible.UNKNOWN;
            }
            cursor.accept("AS");
            if (!cursor.atAny("WHERE") && !cursor.atEnd()) {
                cursor.identifier();
            }
            cursor.expect("WHERE");
            OptionalLong count = count(view.name().toLowerCase(Locale.ROOT), conditions(cursor));
            return count.isPresent() ? Possible.of(count.getAsLong()) : Possible.UNKNOWN;
        } catch (NotUnderstood | IllegalArgumentException e) {
            return Possible.UNKNOWN;
        }
    }

    /** What columns of the view have to be. */
    private Map<String, String> conditions(Cursor cursor) {
        Map<String, String> conditions = new HashMap<>();
        do {
            Cursor condition = cursor.at("(") ? cursor.parenthesised() : cursor;
            List<String> parts = condition.nameParts();
            String column = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
            if (!condition.accept("=")) {
                condition.expect("LIKE");
            }
            Possible value = value(condition);
            String text = value.only().orElseThrow(condition::unexpected);
            if (text.indexOf('%') >= 0) {
                throw condition.unexpected();
            }
            conditions.put(column, text);
        } while (cursor.accept("AND"));
        if (cursor.accept("LIMIT")) {
            cursor.next();
        }
        cursor.expectEnd();
        return conditions;
    }

    private Possible value(Cursor cursor) {
        int from = cursor.mark();
        while (!cursor.atEnd() && !cursor.atAny("AND", "LIMIT", "OR", "GROUP", "ORDER")) {
            cursor.skipOne();
        }
        int to = cursor.mark();
        cursor.reset(from);
        Cursor part = cursor.upTo(to);
        cursor.reset(to);
        return evaluation.of(part);
    }

    private OptionalLong count(String view, Map<String, String> wanted) {
        Catalog catalog = evaluation.catalog();
        if (catalog.mayHoldMore() || !wanted.containsKey("table_name")) {
            return OptionalLong.empty();
        }
        Optional<String> schema =
                SCHEMAS.stream().filter(wanted::containsKey).findFirst().map(wanted::get);
        ObjectName bare = ObjectName.of(wanted.get("table_name"));
        ObjectName name = schema.filter(own -> !own.equals(Evaluation.DATABASE))
                .map(bare::in)
                .orElse(bare);
        Optional<DraftTable> table = catalog.table(name);
        // Where no database is named, one of that name may be in another.
        OptionalLong none = schema.isPresent() ? OptionalLong.of(0) : OptionalLong.empty();
        if (table.isEmpty()) {
            return none;
        }
        long found = rows(view, table.get(), wanted);
        if (found == 0 && !table.get().complete().containsAll(families(view))) {
            return OptionalLong.empty();
        }
        return found < 0 ? OptionalLong.empty() : found == 0 ? none : OptionalLong.of(found);
    }

    private static Set<Family> families(String view) {
        return view.equals("tables")
                ? Set.of()
                : view.equals("columns") ? Set.of(Family.COLUMNS) : EnumSet.allOf(Family.class);
    }

    /** How many rows there are of a table; -1 where that is not known. */
    private static long rows(String view, DraftTable table, Map<String, String> wanted) {
        Set<String> asked = Set.copyOf(wanted.keySet());
        boolean known = asked.stream()
                .allMatch(column -> SCHEMAS.contains(column)
                        || Set.of("table_name", "column_name", "index_name", "constraint_name")
                                .contains(column));
        if (!known) {
            return -1;
        }
        String column = wanted.getOrDefault("column_name", "");
        String key = wanted.getOrDefault("index_name", wanted.getOrDefault("constraint_name", ""));
        return switch (view) {
            case "tables" -> 1;
            case "columns" ->
                table.columns().stream()
                        .map(Column::name)
                        .filter(name -> column.isEmpty() || name.equalsIgnoreCase(column))
                        .count();
            case "statistics" -> parts(table, key, column);
            case "table_constraints", "key_column_usage", "referential_constraints" ->
                column.isEmpty() && !key.isEmpty()
                        ? table.constraints().stream()
                                .filter(rule -> name(rule).equalsIgnoreCase(key))
                                .count()
                        : -1;
            default -> -1;
        };
    }

    private static String name(Constraint rule) {
        return rule instanceof Constraint.PrimaryKey ? "PRIMARY" : rule.name();
    }

    private static long parts(DraftTable table, String key, String column) {
        Stream<String> ofKeys = table.constraints().stream()
                .filter(Constraint.Key.class::isInstance)
                .filter(rule -> key.isEmpty() || name(rule).equalsIgnoreCase(key))
                .flatMap(rule -> ((Constraint.Key) rule).columns().stream());
        Stream<String> ofIndexes = table.indexes().all().stream()
                .filter(index -> !index.name().equals("PRIMARY"))
                .filter(index -> key.isEmpty() || index.name().equalsIgnoreCase(key))
                .flatMap(index ->
                        index.parts().stream().map(part -> part instanceof Index.ColumnPart of ? of.name() : ""));
        return Stream.concat(ofKeys, ofIndexes)
                .filter(name -> column.isEmpty() || name.equalsIgnoreCase(column))
                .count();
    }
}
