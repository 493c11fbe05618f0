package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Holds the short way of a check against the long one, in databases that were changed since the snapshot was taken. */
final class DigestTrial {

    private static final Mutation NOTHING = new Mutation("nothing", Set.of(), List.of());
    private static final long SEED = 20;

    private final Workshop workshop;
    private final List<TableDigests> digests;
    private final SchemaGuard shortWay;
    private final SchemaGuard longWay;
    private final List<String> wrong = new ArrayList<>();
    private int tried;
    private int unchanged;
    private int needless;

    private DigestTrial(Workshop workshop, List<TableDigests> digests, SchemaGuard shortWay, SchemaGuard longWay) {
        this.workshop = workshop;
        this.digests = digests;
        this.shortWay = shortWay;
        this.longWay = longWay;
    }

    /** A trial of what a connection captures before anything is changed. */
    static DigestTrial of(Workshop workshop, Connection connection) throws Exception {
        TakenSnapshot taken = TakenSnapshot.of(connection, InspectionScope.EVERYTHING);
        assertThat(taken.digests()).as("digests of what was captured").hasSize(1);
        return new DigestTrial(workshop, taken.digests(), guard(taken.text()), guard(taken.facts()));
    }

    private static SchemaGuard guard(String snapshot) {
        return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
    }

    /** Tries a database that was not changed, each change by itself, and some pairs of them, the same each time. */
    void ofAll(List<Mutation> singles, int pairs, Release release) throws Exception {
        of(NOTHING);
        assertThat(unchanged).as("a database that is as it was captured").isEqualTo(1);
        for (Mutation mutation : singles) {
            of(mutation);
        }
        Random random = new Random(SEED);
        for (int found = 0; found < pairs; ) {
            Mutation one = singles.get(random.nextInt(singles.size()));
            Mutation other = singles.get(random.nextInt(singles.size()));
            if (one.isApartFrom(other, release)) {
                of(one.and(other));
                found++;
            }
        }
    }

    private void of(Mutation mutation) throws Exception {
        Optional<Workshop.Changed> made = workshop.change(mutation);
        if (made.isEmpty()) {
            return;
        }
        try (Workshop.Changed changed = made.get()) {
            Connection connection = changed.connection();
            boolean same = Databases.behind(connection)
                    .catalog()
                    .differing(connection, InspectionScope.EVERYTHING, digests)
                    .orElseThrow()
                    .differing()
                    .isEmpty();
            DriftReport shortReport = shortWay.check(connection);
            DriftReport longReport = longWay.check(connection);
            tried++;
            unchanged += same ? 1 : 0;
            needless += !same && longReport.verdict() == Verdict.CONFORMS ? 1 : 0;
            if (same && !longReport.findings().isEmpty()) {
                wrong.add("hidden: " + mutation.name() + ": " + longReport.findings());
            }
            if (!withoutTimes(shortReport).equals(withoutTimes(longReport))) {
                wrong.add("another report: " + mutation.name() + ": " + shortReport + " / " + longReport);
            }
        }
    }

    private static String withoutTimes(DriftReport report) {
        return report.toJson().replaceAll("\"(took|byDigests)\" ?: ?\\{[^}]*}", "");
    }

    List<String> wrong() {
        return wrong;
    }

    int tried() {
        return tried;
    }

    /** Writes down what came of it. */
    void keep(String name) throws IOException {
        Sheet sheet = new Sheet(name);
        sheet.line(tried + " databases, of which " + unchanged + " are told to be as captured, and " + needless
                + " were read in full though nothing was found");
        wrong.forEach(sheet::line);
        sheet.keep();
    }
}
