package dev.schemaguard.proof.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guard says of every pair of types on SQLite is what happens when a release that means the one meets the other. */
@Tag("proof")
class SqliteTypeMatrixTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void saysOfEveryPairWhatTheDatabaseDoes() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (int e = 0; e < SqliteSamples.all().size(); e++) {
                TypeSample expected = SqliteSamples.all().get(e);
                statement.execute("create table own" + e + " (c " + expected.sql() + ")");
                for (TypeSample live : SqliteSamples.all()) {
                    compare(connection, expected, "own" + e, live, "(c " + live.sql() + ")", false);
                }
                for (TypeSample live : SqliteSamples.strict()) {
                    compare(connection, expected, "own" + e, live, "(c " + live.sql() + ") strict", true);
                }
                TypeSample number = TypeSample.of("integer primary key", Long.class, 1L);
                compare(connection, expected, "own" + e, number, "(c integer primary key)", true);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void compare(
            Connection connection, TypeSample expected, String own, TypeSample live, String made, boolean strict)
            throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table live " + made);
        }
        MeasuredFit.Measured measured = new MeasuredFit(connection).of(expected, own, live, "live");
        Database database = Databases.behind(connection);
        ColumnType meant = database.dialect().type(expected.sql());
        TypeFit said = database.types()
                .fit(
                        meant,
                        Schema.builder().build(),
                        type(database, connection),
                        Schema.builder().build());
        if (!isTrue(said, measured.fit(), expected.sql())) {
            wrong.add(expected.sql() + " met by " + live.sql() + (strict ? " strict" : "") + ": said " + said
                    + ", measured " + measured);
        }
        if (!strict && said.compareTo(TypeFit.OTHER_FAMILY) > 0) {
            wrong.add("nothing is refused, and " + expected.sql() + " met by " + live.sql() + " is called " + said);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table live");
        }
    }

    private static ColumnType type(Database database, Connection connection) throws Exception {
        Schema expected = Schema.builder()
                .table(Table.builder(ObjectName.of("live"))
                        .column(Column.builder("c").build())
                        .build())
                .build();
        return database.inspector()
                .inspect(connection, InspectionScope.EVERYTHING.of(expected))
                .schema()
                .table(ObjectName.of("main", "live"))
                .orElseThrow()
                .columns()
                .get(0)
                .type();
    }

    private static boolean isTrue(TypeFit said, TypeFit measured, String expected) {
        // getObject makes no number of a text, and getInt does.
        boolean numberAsText = measured == TypeFit.UNREADABLE && said == TypeFit.OTHER_FAMILY;
        // A number that has a fraction here may have none there, and a day may be a number.
        boolean mayFail = said == TypeFit.OTHER_FAMILY
                && (measured == TypeFit.NARROWER || isOpen(expected) && measured.compareTo(TypeFit.NARROWER) > 0);
        return said == measured || numberAsText || mayFail || isOpen(expected) && isFine(measured);
    }

    /** Of days and whatever a name means it is the program's to say whether they are texts, numbers or bytes. */
    private static boolean isOpen(String expected) {
        return expected.matches("date|datetime|timestamp|uuid");
    }

    private static boolean isFine(TypeFit measured) {
        return measured == TypeFit.SAME || measured == TypeFit.UNREADABLE || measured == TypeFit.DIFFERENT;
    }
}
