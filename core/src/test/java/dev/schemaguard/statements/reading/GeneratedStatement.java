package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.StatementUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A statement and what it uses, both made of the same dice. Columns have names of their own, so that they may stand alone. */
final class GeneratedStatement {

    private final Random random;
    private final List<List<String>> tables = new ArrayList<>();
    private final UseDraft use = new UseDraft();
    private final String sql;
    private int aliases;

    GeneratedStatement(Random random) {
        this.random = random;
        for (int t = 0; t < 3 + random.nextInt(3); t++) {
            List<String> columns = new ArrayList<>();
            for (int c = 0; c < 2 + random.nextInt(4); c++) {
                columns.add("c" + t + "_" + c);
            }
            tables.add(columns);
        }
        this.sql = switch (random.nextInt(8)) {
            case 0 -> insert();
            case 1 -> update();
            case 2 -> delete();
            case 3 -> "WITH q AS (" + select(1) + ") SELECT count(*) FROM q";
            case 4 -> "SELECT count(*) FROM (" + select(1) + ") q";
            case 5 -> select(1) + " UNION ALL " + select(1);
            default -> select(2);
        };
    }

    String sql() {
        return sql;
    }

    StatementUse use() {
        return use.toUse();
    }

    Schema schema() {
        Schema.Builder schema = Schema.builder();
        for (int t = 0; t < tables.size(); t++) {
            Table.Builder table = Table.builder(ObjectName.of("t" + t)).allColumns();
            tables.get(t).forEach(table::column);
            schema.table(table.build());
        }
        return schema.build();
    }

    /** A query of one column for each unit of width. */
    private String select(int depth) {
        Row row = row(StatementKind.SELECT);
        List<Row> from = new ArrayList<>(List.of(row));
        StringBuilder text = new StringBuilder(" FROM " + row.declared());
        if (random.nextBoolean()) {
            Row joined = row(StatementKind.SELECT);
            if (!joined.name().equals(row.name())) {
                text.append(random.nextBoolean() ? " JOIN " : " LEFT JOIN ").append(joined.declared());
                text.append(" ON ")
                        .append(column(row, Role.COMPARED))
                        .append(" = ")
                        .append(column(joined, Role.COMPARED));
                from.add(joined);
            }
        }
        String given = given(from);
        text.append(where(from, depth));
        if (depth > 1 && random.nextBoolean()) {
            text.append(" ORDER BY lower(")
                    .append(column(any(from), Role.COMPARED))
                    .append(") DESC");
        }
        return "SELECT " + given + text;
    }

    private String given(List<Row> from) {
        Row row = any(from);
        return switch (random.nextInt(5)) {
            case 0 -> {
                row.access().usesEveryColumn();
                yield row.alias() + ".*";
            }
            case 1 -> {
                from.forEach(each -> each.access().usesEveryColumn());
                yield "*";
            }
            case 2 -> "coalesce(" + column(row, Role.COMPARED) + ", ?) AS x";
            case 3 ->
                "CASE WHEN " + column(row, Role.COMPARED) + " > 1 THEN ? ELSE " + column(row, Role.COMPARED) + " END";
            default -> column(row, Role.READ) + ", " + column(any(from), Role.READ);
        };
    }

    private String where(List<Row> from, int depth) {
        Row row = any(from);
        return switch (random.nextInt(5)) {
            case 0 ->
                " WHERE " + column(row, Role.COMPARED) + " = ? AND NOT " + column(any(from), Role.READ) + " IS NULL";
            case 1 -> " WHERE " + column(row, Role.COMPARED) + " BETWEEN :a AND :b";
            case 2 -> depth == 0 ? "" : " WHERE EXISTS (" + correlated(row) + ")";
            case 3 -> depth == 0 ? "" : " WHERE " + column(row, Role.COMPARED) + " IN (" + listed() + ")";
            default -> "";
        };
    }

    private String correlated(Row outer) {
        Row row = row(StatementKind.SELECT);
        boolean same = row.number() == outer.number();
        return "SELECT 1 FROM " + row.declared() + " WHERE " + column(row, Role.COMPARED) + " = "
                + (same ? qualified(outer, Role.COMPARED) : column(outer, Role.COMPARED));
    }

    private String listed() {
        Row row = row(StatementKind.SELECT);
        return "SELECT " + column(row, Role.COMPARED) + " FROM " + row.declared();
    }

    private String insert() {
        int number = random.nextInt(tables.size());
        Row row = new Row(number, "t" + number, new AccessDraft(ObjectName.of("t" + number), StatementKind.INSERT));
        String first = tables.get(row.number()).get(0);
        boolean upserts = random.nextBoolean();
        AccessDraft access = use(row, upserts ? StatementKind.UPSERT : StatementKind.INSERT);
        access.uses(first, Role.WRITTEN);
        String text = "INSERT INTO " + row.name() + " (" + spelled(first) + ") ";
        text += upserts || random.nextBoolean() ? "VALUES (?)" : select(0);
        if (upserts) {
            String second = tables.get(row.number()).get(1);
            access.uses(first, Role.COMPARED);
            access.meets(new ConflictTarget.Columns(Set.of(first), false));
            AccessDraft update = use(row, StatementKind.UPDATE);
            update.uses(second, Role.WRITTEN);
            update.uses(second, Role.COMPARED);
            text += " ON CONFLICT (" + first + ") DO UPDATE SET " + spelled(second) + " = " + row.name() + "."
                    + spelled(second) + " + 1";
        }
        return text;
    }

    private String update() {
        Row row = row(StatementKind.UPDATE);
        String written = any(tables.get(row.number()));
        row.access().uses(written, Role.WRITTEN);
        String text = "UPDATE " + row.declared() + " SET " + spelled(written) + " = ";
        if (random.nextBoolean()) {
            return text + "?" + where(List.of(row), 1);
        }
        Row other = row(StatementKind.SELECT);
        return text + qualified(other, Role.READ) + " FROM " + other.declared() + " WHERE "
                + qualified(other, Role.COMPARED) + " = " + qualified(row, Role.COMPARED);
    }

    private String delete() {
        Row row = row(StatementKind.DELETE);
        String text = "DELETE FROM " + row.declared() + where(List.of(row), 1);
        if (random.nextBoolean()) {
            text += " RETURNING " + column(row, Role.READ);
        }
        return text;
    }

    private Row row(StatementKind kind) {
        int number = random.nextInt(tables.size());
        return new Row(number, "a" + aliases++, use.access(ObjectName.of("t" + number), kind));
    }

    private AccessDraft use(Row row, StatementKind kind) {
        return use.access(ObjectName.of(row.name()), kind);
    }

    private String column(Row row, Role role) {
        String column = any(tables.get(row.number()));
        row.access().uses(column, role);
        return (random.nextBoolean() ? row.alias() + "." : "") + spelled(column);
    }

    private String qualified(Row row, Role role) {
        String column = any(tables.get(row.number()));
        row.access().uses(column, role);
        return row.alias() + "." + spelled(column);
    }

    private String spelled(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + name + "\"";
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A table that stands in the statement. */
    private record Row(int number, String alias, AccessDraft access) {

        String name() {
            return "t" + number;
        }

        String declared() {
            return name() + " " + alias;
        }
    }
}
