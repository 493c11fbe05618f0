package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A small database, and checks of it by a snapshot that ends with digests, and without them. */
final class DigestedShop {

    static final String DIGESTS = "/* schema-guard: digests */";

    static final String RIGHTS = "grant select, insert, update, delete on ";

    static final String[] SHOP = {
        "create table users (id int primary key, name varchar(40) character set latin1 default 'ü' unique)",
        "create table posts (id int primary key, author int, foreign key (author) references users (id))",
        "create table rated (id int primary key, stars int check (stars > 0), key by_stars (stars))",
        "create view names as select id, name from users",
        "create view counted as select count(*) as n from users"
    };

    private DigestedShop() {}

    /** Neither way says more than the other. */
    static void sameReport(String snapshot, Connection connection) throws SQLException {
        Looked looked = look(snapshot, InspectionScope.EVERYTHING, connection);

        assertThat(looked.asked().get(0)).startsWith(DIGESTS);
        assertThat(looked.asked()).hasSizeGreaterThan(2);
        assertThat(withoutTimes(looked.report())).isEqualTo(withoutTimes(fully(snapshot, connection)));
    }

    static String snapshot(MysqlDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection()) {
            Database kind = Databases.behind(connection);
            Schema schema = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
            String snapshot =
                    SnapshotJson.toText(schema, kind.dialect(), digests(connection, InspectionScope.EVERYTHING));
            assertThat(snapshot).contains("\"digests\"");
            return snapshot;
        }
    }

    static List<TableDigests> digests(Connection connection, InspectionScope scope) throws Exception {
        return SchemaCapture.digests(connection, scope, SchemaCapture.capture(connection, scope)).stream()
                .toList();
    }

    static Looked look(String snapshot, InspectionScope scope, Connection connection) throws SQLException {
        Questions questions = new Questions();
        DriftReport report = guard(snapshot, scope).check(questions.countedOn(connection));
        return new Looked(report, questions.asked());
    }

    /** As without digests. */
    static DriftReport fully(String snapshot, Connection connection) throws SQLException {
        String facts = snapshot.substring(0, snapshot.lastIndexOf(",\n  \"digests\"")) + "\n}\n";
        return guard(facts, InspectionScope.EVERYTHING).check(connection);
    }

    /** A snapshot without digests. */
    static String facts(MysqlDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection()) {
            return SnapshotJson.toText(
                    SchemaCapture.capture(connection, InspectionScope.EVERYTHING),
                    Databases.behind(connection).dialect(),
                    List.of());
        }
    }

    static SchemaGuard guard(String snapshot, InspectionScope scope) {
        return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                .policy(Policy.failOn(Severity.ADVISORY))
                .scope(scope)
                .build();
    }

    static String withoutTimes(DriftReport report) {
        return report.toJson().replaceAll("\"(took|byDigests)\" ?: ?\\{[^}]*}", "");
    }

    record Looked(DriftReport report, List<String> asked) {}
}
