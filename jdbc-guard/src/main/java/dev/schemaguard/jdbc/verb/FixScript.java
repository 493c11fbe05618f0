package dev.schemaguard.jdbc.verb;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.report.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The SQL that would cure what a check found, below comments that say what that was and where.
 *
 * @param remedy what the check found, and what would cure it
 * @param scope what was looked at: where schemas were named, the statements name them, too
 */
public record FixScript(ReportWithFixes remedy, InspectionScope scope) {

    public FixScript {
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(scope, "scope");
    }

    public String text() {
        DriftReport report = remedy.report();
        List<String> head = new ArrayList<>();
        head.add(report.toString());
        report.database().map(FixScript::where).ifPresent(head::add);
        report.unverified().forEach(unknown -> head.add("NOT VERIFIED: " + unknown.reason()));
        return remedy.plan().toSql(head, !scope.schemas().isEmpty());
    }

    private static String where(DatabaseInfo database) {
        return "Database " + database.url() + " as role " + database.user();
    }
}
