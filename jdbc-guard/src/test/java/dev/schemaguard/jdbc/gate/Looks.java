package dev.schemaguard.jdbc.gate;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Timing;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a look can come to. */
public final class Looks {

    static final Verification CONFORMS = Verification.of(report(List.of(), List.of()));
    static final Verification UNREACHABLE = new Verification(
            unverified(Code.UNREACHABLE, "no connection"),
            Optional.of(new SQLTransientConnectionException("nobody there", "08001")));
    static final Verification DRIFTED = missing("reel_jobs");

    public static final DriftReport DRIFT = DRIFTED.report();

    private Looks() {}

    static Verification missing(String table) {
        Schema expected = Schema.builder()
                .table(table, columns -> columns.column("id", "bigint"))
                .build();
        Schema live = Schema.builder().searchPath(List.of("public")).build();
        return Verification.of(report(
                Policy.DEFAULT.judge(
                        SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app"),
                        "contract",
                        Optional.empty(),
                        LocalDate.EPOCH),
                List.of()));
    }

    static DriftReport unverified(Code code, String reason) {
        return report(List.of(), List.of(new Unverified(code, reason)));
    }

    private static DriftReport report(List<Finding> findings, List<Unverified> unverified) {
        return new DriftReport(
                List.of("contract"),
                Optional.empty(),
                findings,
                unverified,
                Coverage.NOTHING,
                Policy.DEFAULT,
                Timing.ZERO);
    }
}
