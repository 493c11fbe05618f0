package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is changed in a database, a check with digests comes to the same report as one without, and where the digests say
 * that nothing differs the long way finds nothing. The ordinary build tries a part of the changes, the same each time and another
 * one for each version of PostgreSQL; {@code -Dproof.full=true} tries all, and 200 pairs.
 */
class DigestProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final boolean WIDER = FULL || Boolean.getBoolean("proof.wider");
    private static final int EVERY = FULL ? 1 : WIDER ? 24 : 96;
    private static final int PAIRS = FULL ? 200 : 10;
    private static final long SEED = 20;

    private static final Release RELEASE = new PostgresRelease();
    private static final Mutation NOTHING = new Mutation("nothing", Set.of(), List.of());

    private static PostgresWorkshop workshop;
    private static List<TableDigests> digests;
    private static SchemaGuard shortWay;
    private static SchemaGuard longWay;

    @BeforeAll
    static void takeTheRelease() throws Exception {
        workshop = PostgresWorkshop.of(RELEASE);
        try (Connection connection = workshop.database().getConnection()) {
            Schema schema = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
            digests = SchemaCapture.digests(connection, InspectionScope.EVERYTHING, schema).stream()
                    .toList();
            Database kind = Databases.behind(connection);
            shortWay = guard(SnapshotJson.toText(schema, kind.dialect(), digests));
            longWay = guard(SnapshotJson.toText(schema, kind.dialect()));
        }
    }

    private static SchemaGuard guard(String snapshot) {
        return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
    }

    @Test
    void digestsSayNothingThatTheLongWayDoesNot() throws Exception {
        List<Mutation> singles = new ArrayList<>();
        List<Mutation> all = Mutations.of(RELEASE);
        for (int i = TestPostgres.majorVersion() % EVERY; i < all.size(); i += EVERY) {
            singles.add(all.get(i));
        }
        List<Mutation> special = Specialties.all();
        for (int i = 0; i < special.size(); i += WIDER ? 1 : 4) {
            singles.add(special.get(i));
        }
        List<String> wrong = new ArrayList<>();
        Tally tally = new Tally();
        tryOut(NOTHING, tally, wrong);
        assertThat(tally.unchanged).as("a database that is as it was captured").isEqualTo(1);
        for (Mutation mutation : singles) {
            tryOut(mutation, tally, wrong);
        }
        Random random = new Random(SEED);
        for (int pairs = 0; pairs < PAIRS; ) {
            Mutation one = singles.get(random.nextInt(singles.size()));
            Mutation other = singles.get(random.nextInt(singles.size()));
            if (one.isApartFrom(other, RELEASE)) {
                tryOut(one.and(other), tally, wrong);
                pairs++;
            }
        }
        Sheet sheet = new Sheet("proof-of-digests");
        sheet.line(tally.tried + " databases, of which " + tally.unchanged + " are told to be as captured, and "
                + tally.needless + " were read in full though nothing was found");
        wrong.forEach(sheet::line);
        sheet.keep();

        assertThat(wrong).isEmpty();
        assertThat(tally.tried).isGreaterThan(WIDER ? 100 : 30);
    }

    private static void tryOut(Mutation mutation, Tally tally, List<String> wrong) throws Exception {
        Optional<Workshop.Changed> made = workshop.change(mutation);
        if (made.isEmpty()) {
            return;
        }
        try (Workshop.Changed changed = made.get()) {
            Connection connection = changed.connection();
            boolean unchanged = Databases.behind(connection)
                    .catalog()
                    .differing(connection, InspectionScope.EVERYTHING, digests)
                    .orElseThrow()
                    .differing()
                    .isEmpty();
            DriftReport shortReport = shortWay.check(connection);
            DriftReport longReport = longWay.check(connection);
            tally.tried++;
            tally.unchanged += unchanged ? 1 : 0;
            tally.needless += !unchanged && longReport.verdict() == Verdict.CONFORMS ? 1 : 0;
            if (unchanged && !longReport.findings().isEmpty()) {
                wrong.add("hidden: " + mutation.name() + ": " + longReport.findings());
            }
            if (!withoutTimes(shortReport).equals(withoutTimes(longReport))) {
                wrong.add("another report: " + mutation.name() + ": " + shortReport + " / " + longReport);
            }
        }
    }

    private static String withoutTimes(DriftReport report) {
        return report.toJson().replaceAll("\"took\" ?: ?\\{[^}]*}", "");
    }

    /** How many databases there were of which kind. */
    private static final class Tally {

        private int tried;
        private int unchanged;
        private int needless;
    }
}
