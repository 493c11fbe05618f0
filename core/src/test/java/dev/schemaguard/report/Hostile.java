package dev.schemaguard.report;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports about a database whose names and values all hold one nasty text. */
final class Hostile {

    private Hostile() {}

    static List<Finding> findings(String nasty) {
        return Policy.DEFAULT
                .judge(
                        SchemaDiff.between(
                                expected(nasty),
                                live(nasty),
                                Databases.assumed().types(),
                                Set.of(),
                                nasty),
                        nasty,
                        Optional.of(nasty),
                        EveryKind.TODAY)
                .stream()
                .map(finding -> finding.withHint(nasty)
                        .withFixes(List.of(
                                new Fix("ALTER " + nasty, List.of(nasty), false), new Fix(nasty, List.of(), true))))
                .toList();
    }

    /** A report with both schemas, everything in it hostile. */
    static DriftReport report(String nasty) {
        return new DriftReport(
                List.of(nasty, nasty + "2"),
                Optional.empty(),
                Optional.of(nasty),
                findings(nasty),
                List.of(new Unverified(Unverified.Code.INSPECTION_FAILED, nasty)),
                new Coverage(
                        1,
                        1,
                        1,
                        1,
                        List.of(),
                        List.of(new NotKnown(ObjectName.of(nasty, nasty), Family.COLUMNS, Origin.of(nasty, 1))),
                        Set.of(),
                        List.of(),
                        List.of(new ComparedSchemas(nasty, expected(nasty), live(nasty))),
                        DigestCoverage.NONE,
                        List.of(new LibraryCoverage(nasty, 0, Optional.of(nasty)))),
                Policy.DEFAULT,
                Timing.ZERO,
                List.of());
    }

    private static Schema expected(String nasty) {
        return Schema.builder()
                .table(Table.builder(ObjectName.of(nasty))
                        .column(column("a" + nasty, nasty))
                        .column(column("b", nasty))
                        .origin(Origin.of(nasty, 3))
                        .build())
                .table(Table.builder(ObjectName.of("gone" + nasty))
                        .column(column("c", nasty))
                        .build())
                .build();
    }

    private static Schema live(String nasty) {
        return Schema.builder()
                .searchPath(List.of(nasty))
                .table(Table.builder(ObjectName.of(nasty, nasty))
                        .column(column("b", "other " + nasty))
                        .build())
                .build();
    }

    private static Column column(String name, String value) {
        return Column.builder(name)
                .type(Databases.assumed().dialect().type("text"))
                .columnDefault(ColumnDefault.of(value))
                .origin(Origin.of(value, 7))
                .build();
    }
}
