package dev.schemaguard.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.library.LibraryContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What is tried with a contract on a database in which the library's own scripts ran.
 *
 * @param contract the contract
 * @param classpath an empty folder
 */
record ContractTrial(PackedContract contract, Path classpath) {

    /** It conforms, down to what is only advisory. */
    void conforms(DataSource database) throws IOException {
        DriftReport report = SchemaGuard.expecting(contract.named(classpath))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(database);

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    /** A column that each of the tables lost is found, and refuses no start of who did not name the library. */
    void findsLostColumns(DataSource database, Database kind, Consumer<String> execute) throws IOException {
        List<String> lost = contract.named(classpath).load(kind).tables().stream()
                .filter(table -> table.kind() == TableKind.TABLE)
                .map(table -> loseColumn(table, kind, execute))
                .toList();

        DriftReport report = beside(contract.onClasspath(classpath)).check(database);

        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings().stream()
                        .filter(finding -> finding.drift().kind() == Kind.MISSING_COLUMN)
                        .map(finding -> finding.drift().subject().toString()))
                .as(report.toText())
                .containsAll(lost);
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isNotEqualTo(Severity.BREAKING);
            assertThat(finding.expectation()).isEqualTo(contract.toString());
        });
    }

    /** An application that expects something else, with the pack on its class path. */
    static SchemaGuard beside(LibraryContracts libraries) {
        SchemaSource own = SchemaSource.of(
                Schema.builder().table("own", table -> table.column("id")).build());
        return SchemaGuard.expecting(own).libraries(libraries).build();
    }

    /** The last one that no key or index holds; where there is none, a key's own is called something else. */
    private static String loseColumn(Table table, Database kind, Consumer<String> execute) {
        Set<String> held = new HashSet<>();
        table.constraints(Constraint.Key.class).forEach(key -> held.addAll(key.columns()));
        table.constraints(Constraint.ForeignKey.class).forEach(key -> held.addAll(key.columns()));
        table.indexes()
                .forEach(index -> index.parts().stream()
                        .filter(Index.ColumnPart.class::isInstance)
                        .forEach(part -> held.add(((Index.ColumnPart) part).name())));
        List<Column> free = table.columns().stream()
                .filter(column -> !held.contains(column.name()))
                .toList();
        List<Column> columns = free.isEmpty() ? table.columns() : free;
        Column last = columns.get(columns.size() - 1);
        String column = kind.dialect().quote(last.name());
        execute.accept("alter table " + kind.dialect().quote(table.name().name())
                + (free.isEmpty() ? " rename column " + column + " to lost" : " drop column " + column));
        return table.name().name() + "." + last.name();
    }
}
