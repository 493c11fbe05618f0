package dev.schemaguard.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.drift.Impact;
import dev.schemaguard.fix.FindingFix;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.report.TextOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plays a page's example on one database.
 *
 * @param page the page
 * @param product the database
 * @param folder where the release's files are written
 */
record PageTrial(FindingPage page, Product product, Path folder) {

    private static final TextOptions FULL = TextOptions.PLAIN.inFull();

    /** The page with what came of its example, which is the page itself if it tells the truth. */
    FindingPage played() throws Exception {
        String database = page.script("database", product).orElseThrow();
        SchemaGuard guard = guard();
        return product.after(database, connection -> {
            ReportWithFixes found = guard.remedy(connection);
            assertThat(found.report().unverified()).as(found.report().toText()).isEmpty();
            Finding finding = found.report().findings().stream()
                    .filter(one -> one.drift().kind() == page.kind())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no " + page.kind().id() + " on " + product.label() + ":\n" + found.report()));
            FindingPage played = page.withRow(product, row(finding));
            return isFirst() ? shown(played, found, finding, guard, connection) : played;
        });
    }

    /** Reports and cures are shown as the first database of the page gives them. */
    private boolean isFirst() {
        return Arrays.stream(Product.values())
                .filter(one -> page.script("database", one).isPresent())
                .findFirst()
                .filter(product::equals)
                .isPresent();
    }

    private FindingPage shown(
            FindingPage played, ReportWithFixes found, Finding finding, SchemaGuard guard, Connection connection)
            throws Exception {
        FindingPage shown = played.withFinding(said(found, finding)).withId(plain(finding.id()));
        if (!page.hasCure()) {
            return shown;
        }
        List<Fix> cure = found.plan().cures().stream()
                .filter(one -> one.finding().id().equals(finding.id()))
                .map(FindingFix::fixes)
                .findFirst()
                .orElseThrow();
        String sql = cure.stream()
                .map(fix -> (fix.destructive() ? "-- " : "") + fix.sql() + ";")
                .collect(Collectors.joining("\n"));
        Product.run(connection, sql);
        assertThat(guard.check(connection).findings())
                .as("what is left after\n" + sql)
                .noneMatch(one -> one.id().equals(finding.id()));
        return shown.withCure(plain(sql));
    }

    private SchemaGuard guard() throws Exception {
        String release = page.script("release", product).orElseThrow();
        if (page.isTaken()) {
            return product.after(
                    release,
                    connection -> SchemaGuard.expecting(SchemaCapture.capture(connection, InspectionScope.EVERYTHING))
                            .build());
        }
        Path script = Files.writeString(folder.resolve("release.sql"), release);
        SchemaGuard.Builder guard = SchemaGuard.expecting(SchemaSources.of(script.toString()));
        if (page.statements().isPresent()) {
            Path sent = Files.writeString(
                    folder.resolve("statements.sql"), page.statements().get());
            guard.statements(SchemaSources.statements(sent.toString()));
        }
        return guard.build();
    }

    private String row(Finding finding) {
        Impact impact = finding.drift().impact();
        return "| " + product.label() + " | " + finding.severity().id() + " | "
                + Arrays.stream(StatementKind.values())
                        .map(statement -> impact.on(statement).id())
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    /** The lines of one finding, as the report has them. */
    private String said(ReportWithFixes found, Finding finding) {
        String head = finding.severity().name() + "  " + finding.drift().kind().id() + "  " + finding.subject();
        List<String> lines = found.report().toText(FULL).lines().toList();
        int first = lines.indexOf("    " + head);
        assertThat(first).as(found.report().toText()).isNotNegative();
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line ->
                        line.equals("    " + head) || line.startsWith("      ") && !line.startsWith("      fix:"))
                .map(line -> line.substring(4))
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), this::plain));
    }

    /** Without the folder and the database of this run. */
    private String plain(String text) {
        return text.replace(folder + "/", "").replaceAll("test_[0-9]+", "app");
    }
}
