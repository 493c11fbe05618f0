package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.ColumnFactDrift.TypeChanged;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.proof.TypeMatrix.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guard says of every pair of types is what happens when a release that means the one meets the other. */
@Tag("proof")
class TypeMatrixTest {

    private final List<TypeCase> cases = TypeCase.builtIn();
    private final List<String> wrong = new ArrayList<>();
    private final Map<TypeFit, Integer> counts = new EnumMap<>(TypeFit.class);
    private final Set<LawOverMeasure> used = EnumSet.noneOf(LawOverMeasure.class);
    private final Sheet sheet = new Sheet("type-matrix");

    @Test
    void saysOfEveryPairWhatTheServerAndTheDriverDo() throws Exception {
        DataSource database = TestPostgres.freshDatabase(TypeCase.PRELUDE.toArray(String[]::new));
        try (Connection connection = database.getConnection()) {
            withExtension(connection, "citext", TypeCase.citext());
            withExtension(connection, "hstore", TypeCase.hstore());
            withoutOddScales(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set time zone 'America/St_Johns'");
            }
            TypeMatrix matrix = new TypeMatrix(connection, cases);
            matrix.prepare();
            measure(matrix, SchemaCapture.capture(connection, InspectionScope.EVERYTHING));
        }
        sheet.line("Pairs of types by how the live one serves: " + counts + ", said otherwise: " + wrong.size());
        wrong.forEach(sheet::line);
        sheet.keep();

        assertThat(wrong)
                .as("pairs of which the guard says something else than was measured")
                .isEmpty();
        assertThat(used).as("exceptions that are still needed").isEqualTo(EnumSet.allOf(LawOverMeasure.class));
    }

    private void measure(TypeMatrix matrix, Schema schema) throws SQLException {
        for (Pair pair : matrix.measure(TypeMatrixTest::isEverMixedUp)) {
            compare(
                    cases.get(pair.expected()),
                    cases.get(pair.live()),
                    pair.measured(),
                    pair.readsExtremes(),
                    said(schema, pair.expected(), pair.live()));
        }
    }

    private void compare(TypeCase expected, TypeCase live, PairFit measured, boolean readsExtremes, TypeFit said) {
        TypeFit fit = measured.fit(readsExtremes);
        for (LawOverMeasure exception : LawOverMeasure.values()) {
            if (exception.holds(expected, live, fit)) {
                used.add(exception);
                fit = exception.law();
                break;
            }
        }
        counts.merge(fit, 1, Integer::sum);
        if (fit != said) {
            wrong.add(expected.sql() + " met by " + live.sql() + ": said " + said + ", measured " + measured);
        }
    }

    /** The driver takes a value of type name for an array of one-byte characters. */
    private static boolean isEverMixedUp(TypeCase expected, TypeCase live) {
        return !expected.sql().endsWith("[]") || !live.sql().equals("name");
    }

    private void withExtension(Connection connection, String name, TypeCase type) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension " + name);
            cases.add(type);
        } catch (SQLException e) {
            sheet.line("without " + name + ", which the server does not have: " + e.getMessage());
        }
    }

    /** Scales below zero, or over the precision, came with PostgreSQL 15. */
    private void withoutOddScales(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
            cases.removeIf(type -> Set.of("numeric(3,-2)", "numeric(2,4)").contains(type.sql()));
            sheet.line("without odd scales, which the server does not know");
        }
    }

    /** What the guard says; nothing different and merely wider are the same to a release. */
    private static TypeFit said(Schema schema, int expected, int live) {
        return SchemaDiff.between(
                        only(schema, expected),
                        only(schema, live),
                        Databases.assumed().types(),
                        Set.of(),
                        "app")
                .stream()
                .filter(TypeChanged.class::isInstance)
                .map(drift -> ((TypeChanged) drift).fit())
                .findFirst()
                .orElse(TypeFit.SAME);
    }

    private static Schema only(Schema schema, int index) {
        ColumnType type = schema.table(TypeMatrix.table(index))
                .orElseThrow()
                .columns()
                .get(1)
                .type();
        return Schema.builder()
                .types(schema.types())
                .table(Table.builder(ObjectName.of("t"))
                        .column(Column.builder("c").type(type).build())
                        .build())
                .build();
    }
}
