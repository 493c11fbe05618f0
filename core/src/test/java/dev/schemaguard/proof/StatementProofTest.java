package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.Reading;
import dev.schemaguard.statements.reading.StatementReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The guard says that a statement of the release breaks if and only if it does: each is read, and sent to a database changed in
 * every way that the table of kinds knows. The ordinary build tries a few of the changes, that on
 * each version of PostgreSQL more ({@code -Dproof.wider=true}); {@code -Dproof.full=true} tries all.
 */
@Tag("proof")
class StatementProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final boolean WIDER = FULL || Boolean.getBoolean("proof.wider");
    private static final int EVERY = FULL ? 1 : WIDER ? 24 : 96;

    private static final Release RELEASE = new PostgresRelease();
    private static final Map<String, Sql> SENT = new LinkedHashMap<>();
    private static final Map<String, StatementUse> USES = new HashMap<>();
    private static PostgresWorkshop workshop;
    private static SchemaGuard guard;

    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> unsaid = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    @BeforeAll
    static void takeTheRelease() throws Exception {
        workshop = PostgresWorkshop.of(RELEASE);
        // Numbers are not taken back with a transaction, and these would meet those of the rows that are there.
        TestPostgres.execute(workshop.database(), "select setval('number_seq', 100000)");
        SENT.putAll(SentStatements.of(RELEASE, Wording.POSTGRES));
        SENT.keySet()
                .removeAll(failing(new Mutation("nothing", Set.of(), List.of())).orElseThrow());
        Schema expectation =
                RELEASE.expectation(SchemaCapture.capture(workshop.database(), InspectionScope.EVERYTHING));
        guard = SchemaGuard.expecting(expectation)
                .statements(statements())
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
    }

    private static StatementSource statements() {
        return new StatementSource() {
            @Override
            public String name() {
                return "release";
            }

            @Override
            public ReleaseStatements load(Database database, Schema expected) {
                StatementReader reader = new StatementReader(
                        database.dialect(), database.ddl().habits().lexicalRules(), expected);
                List<ReleaseStatement> read = new ArrayList<>();
                List<UnreadStatement> unread = new ArrayList<>();
                SENT.forEach((name, sql) -> {
                    Reading reading = reader.read(sql.text());
                    if (reading instanceof Reading.Understood understood) {
                        USES.put(name, understood.use());
                        read.add(new ReleaseStatement(sql.text(), List.of(Origin.of(name)), understood.use()));
                    } else {
                        unread.add(new UnreadStatement(Origin.of(name), reading + ": " + sql.text()));
                    }
                });
                assertThat(unread).isEmpty();
                return new ReleaseStatements(name(), read, unread, true);
            }
        };
    }

    @Test
    void saysThatAStatementBreaksIfAndOnlyIfItFails() throws Exception {
        List<Mutation> mutations = new ArrayList<>();
        List<Mutation> all = Mutations.of(RELEASE);
        for (int i = TestPostgres.majorVersion() % EVERY; i < all.size(); i += EVERY) {
            mutations.add(all.get(i));
        }
        List<Mutation> special = Specialties.all();
        for (int i = 0; i < special.size(); i += FULL ? 1 : WIDER ? 4 : 12) {
            mutations.add(special.get(i));
        }
        int tried = 0;
        for (Mutation mutation : mutations) {
            Optional<List<String>> failing = failing(mutation);
            if (failing.isPresent()) {
                tried++;
                judge(mutation, failing.get(), report(mutation));
            }
        }
        Sheet sheet = new Sheet("statement-proof");
        sheet.line(SENT.size() + " statements, sent to " + tried + " databases changed in one way");
        counts.forEach((what, count) -> sheet.line(what + ": " + count));
        unsaid.forEach(line -> sheet.line("UNSAID " + line));
        wrong.forEach(line -> sheet.line("WRONG " + line));
        open.forEach(line -> sheet.line("OPEN " + line));
        sheet.keep();

        assertThat(SENT.size()).isGreaterThanOrEqualTo(200);
        assertThat(unsaid).as("statements that fail, unsaid").isEmpty();
        assertThat(wrong).as("statements said to fail that work").isEmpty();
    }

    private void judge(Mutation mutation, List<String> failing, DriftReport report) {
        Map<String, Effect> said = new HashMap<>();
        report.findings().stream()
                .flatMap(finding -> finding.breaks().stream())
                .forEach(broken -> said.merge(origin(broken), broken.effect(), StatementProofTest::graver));
        for (String name : SENT.keySet()) {
            Effect effect = said.getOrDefault(name, Effect.WORKS);
            boolean fails = failing.contains(name);
            counts.merge((fails ? "fails" : "works") + ", said " + effect.id(), 1, Integer::sum);
            if (failsByLawAlone(name, report)) {
                counts.merge((fails ? "fails" : "works") + ", without statements said fails", 1, Integer::sum);
            }
            String line = name + " [" + SENT.get(name).text() + "]: " + mutation.name();
            if (fails && effect == Effect.MAY_FAIL) {
                open.add(line + " " + ids(report));
            }
            if (fails && effect == Effect.WORKS) {
                unsaid.add(line + " " + ids(report));
            }
            if (!fails && effect == Effect.FAILS) {
                wrong.add(line + " " + ids(report));
            }
        }
    }

    /** What the same findings would say if it were only known which tables the statement uses, and what it does to them. */
    private static boolean failsByLawAlone(String name, DriftReport report) {
        StatementUse use = USES.getOrDefault(name, StatementUse.NOTHING);
        return report.findings().stream()
                .map(Finding::drift)
                .anyMatch(drift -> use.accesses().stream()
                        .anyMatch(access -> drift.subject().table().stream()
                                        .anyMatch(access.table().name()::equals)
                                && drift.impact().on(access.kind()) == Effect.FAILS));
    }

    private static List<String> ids(DriftReport report) {
        return report.findings().stream().map(Finding::id).toList();
    }

    private static String origin(Broken broken) {
        return broken.origin().toString();
    }

    private static Effect graver(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static DriftReport report(Mutation mutation) throws SQLException {
        try (Workshop.Changed changed = workshop.change(mutation).orElseThrow()) {
            return guard.check(changed.connection());
        }
    }

    /** The statements that fail on a database changed in that way; nothing where the server does not let it be changed so. */
    private static Optional<List<String>> failing(Mutation mutation) throws SQLException {
        Optional<Workshop.Changed> made = workshop.change(mutation);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        try (Workshop.Changed changed = made.get();
                Statement savepoint = changed.connection().createStatement()) {
            List<String> failing = new ArrayList<>();
            savepoint.execute("savepoint untouched");
            for (Map.Entry<String, Sql> statement : SENT.entrySet()) {
                if (!works(statement.getValue(), changed.connection())) {
                    failing.add(statement.getKey());
                }
                savepoint.execute("rollback to untouched");
            }
            return Optional.of(failing);
        }
    }

    private static boolean works(Sql sql, Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            statement.execute();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
