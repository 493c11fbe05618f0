package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the columns of tables and views. */
final class H2Columns {

    private static final String COLUMNS = "/* schema-guard: columns */"
            + " select TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE, DOMAIN_SCHEMA, DOMAIN_NAME,"
            + " IS_IDENTITY, IDENTITY_GENERATION, IS_GENERATED, GENERATION_EXPRESSION, COLUMN_ON_UPDATE,"
            + " DEFAULT_ON_NULL, "
            + H2ColumnTypes.FACTS
            + " from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = any(?) and TABLE_NAME = any(?)"
            + " order by TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION";

    private static final Pattern NUMBERING = Pattern.compile("(?i)\\(?\\s*(NEXT\\s+VALUE\\s+FOR\\b|NEXTVAL\\b).*");

    private final Dialect dialect;
    private final H2UserTypes types;
    private final Map<ObjectName, List<Column>> columns = new HashMap<>();

    private H2Columns(Dialect dialect, H2UserTypes types) {
        this.dialect = dialect;
        this.types = types;
    }

    /** Reads the columns of these relations. */
    static H2Columns read(
            H2Question question, List<H2Relation> wanted, Dialect dialect, H2UserTypes types, H2Writability writability)
            throws SQLException {
        H2Columns columns = new H2Columns(dialect, types);
        Map<ObjectName, H2Relation> relations = new HashMap<>();
        wanted.forEach(relation -> relations.put(relation.stored(), relation));
        question.ask(
                COLUMNS,
                row -> {
                    H2Relation relation = relations.get(ObjectName.of(row.getString(1), row.getString(2)));
                    if (relation != null) {
                        columns.columns
                                .computeIfAbsent(relation.stored(), key -> new ArrayList<>())
                                .add(
                                        relation.holdsRows()
                                                ? columns.kept(row)
                                                : columns.shown(row, writability.isUpdatable(relation)));
                    }
                },
                wanted.stream()
                        .map(relation -> relation.stored().schema())
                        .distinct()
                        .toList(),
                wanted.stream()
                        .map(relation -> relation.stored().name())
                        .distinct()
                        .toList());
        return columns;
    }

    List<Column> of(H2Relation relation) {
        return columns.getOrDefault(relation.stored(), List.of());
    }

    /** A column that a query computes has no rules of its own. */
    private Column shown(ResultSet row, boolean updatable) throws SQLException {
        return named(row)
                .type(types.ofColumn(row))
                .updatable(Presence.of(updatable))
                .build();
    }

    private Column kept(ResultSet row) throws SQLException {
        ColumnType type = types.ofColumn(row);
        String written = row.getString("COLUMN_DEFAULT");
        boolean computed = "ALWAYS".equals(row.getString("IS_GENERATED"));
        boolean numbered = H2Question.isYes(row, "IS_IDENTITY");
        boolean numbering = written != null && NUMBERING.matcher(written).matches();
        return named(row)
                .type(type)
                .nullability(nullability(row))
                .generation(computed ? new Generation.Stored(dialect.expression(expression(row))) : Generation.NONE)
                .identity(
                        numbered
                                ? "ALWAYS".equals(row.getString("IDENTITY_GENERATION"))
                                        ? Identity.ALWAYS
                                        : Identity.BY_DEFAULT
                                : numbering ? Identity.SERIAL : Identity.NONE)
                .columnDefault(
                        computed || numbered
                                ? ColumnDefault.NONE
                                : written == null ? types.ofDomain(type) : dialect.columnDefault(written))
                .onUpdate(onUpdate(row))
                .updatable(Presence.PRESENT)
                .build();
    }

    private Column.Builder named(ResultSet row) throws SQLException {
        return Column.builder(row.getString(3));
    }

    private ColumnDefault onUpdate(ResultSet row) throws SQLException {
        String written = row.getString("COLUMN_ON_UPDATE");
        return written == null ? ColumnDefault.NONE : dialect.columnDefault(written);
    }

    private static String expression(ResultSet row) throws SQLException {
        String expression = row.getString("GENERATION_EXPRESSION");
        return expression == null ? "" : expression;
    }

    /** With {@code DEFAULT ON NULL} a null can be written and is never read (manual, Column Definition). */
    private static Nullability nullability(ResultSet row) throws SQLException {
        boolean nullable = H2Question.isYes(row, "IS_NULLABLE");
        return row.getBoolean("DEFAULT_ON_NULL") && !nullable
                ? Nullability.UNSTATED
                : nullable ? Nullability.NULLABLE : Nullability.NOT_NULL;
    }
}
