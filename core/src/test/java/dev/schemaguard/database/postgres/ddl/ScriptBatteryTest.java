package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The soundness rule by execution: each script is run on a real server, and what was read of it is held against what the server
 * made of it, in both directions. They are equal, or a gap covers the difference.
 */
@Tag("proof")
class ScriptBatteryTest {

    private static final Pattern VERSIONS = Pattern.compile("\\((from|until) (\\d+)\\)$");

    private static ScriptServer server;

    @BeforeAll
    static void connect() throws SQLException {
        server = new ScriptServer();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatTheServerMakesOrSaysThatItCannot(Case script) throws Exception {
        server.clear();
        server.run(script.sql());
        SchemaSource read = ScriptServer.read(script.sql());
        Schema live = server.capture();

        assertThat(findings(SchemaGuard.expecting(read)
                        .build()
                        .check(server.connection())
                        .findings()))
                .as("what is read but not there")
                .isEmpty();
        assertThat(findings(SchemaGuard.expecting(ScriptServer.asItIs(live))
                        .build()
                        .check(read, Databases.assumed())
                        .findings()))
                .as("what is there but not read")
                .isEmpty();
        assertThat(droppedInSilence(read.load(Databases.assumed()), live))
                .as("defaults that are there and of which nothing is said")
                .isEmpty();
        assertThat(columnsOfViews(read.load(Databases.assumed()), live))
                .as("views that have other columns than is said, or more where nothing says so")
                .isEmpty();
        assertThat(read.load(Databases.assumed()).gaps().isEmpty())
                .as("nothing is left open")
                .isEqualTo(script.exact());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void fixesWriteExpressionsThatTheServerTakes(Case script) throws Exception {
        server.clear();
        server.run(script.sql());
        Schema live = server.capture();
        SchemaSource read = ScriptServer.read(script.sql());
        server.clear();
        List<Fix> fixes = SchemaGuard.expecting(read)
                .build()
                .remedy(server.connection())
                .plan()
                .statements();
        for (Fix fix : fixes) {
            server.send(fix.sql());
        }

        assertThat(fixes).isNotEmpty();
        assertThat(findings(SchemaGuard.expecting(ScriptServer.asItIs(live))
                        .build()
                        .check(server.connection())
                        .findings()))
                .as("what the fixes make otherwise than the script")
                .isEmpty();
    }

    static List<Case> written() throws IOException {
        return cases().stream()
                .filter(script ->
                        script.name().startsWith("10 ") || script.name().startsWith("12 "))
                .toList();
    }

    private static List<String> droppedInSilence(Schema read, Schema live) {
        List<String> dropped = new ArrayList<>();
        for (Table table : read.tables()) {
            boolean open =
                    read.gaps().stream().anyMatch(gap -> gap.reach().names().contains(table.name()));
            for (Column column : open ? List.<Column>of() : table.columns()) {
                boolean filled = live.table(table.name())
                        .flatMap(found -> found.column(column.name()))
                        .filter(found -> found.columnDefault() instanceof ColumnDefault.Expression)
                        .isPresent();
                if (filled
                        && !column.identity().generates()
                        && !(column.columnDefault() instanceof ColumnDefault.Expression)) {
                    dropped.add(table.name() + "." + column.name());
                }
            }
        }
        return dropped;
    }

    private static List<String> columnsOfViews(Schema read, Schema live) {
        List<String> others = new ArrayList<>();
        for (Table view : read.tables()) {
            List<String> found =
                    live.table(view.name()).map(ScriptBatteryTest::names).orElse(List.of());
            boolean open = view.notKnown().contains(Family.COLUMNS)
                    || read.gaps().stream().anyMatch(gap -> gap.reach().names().contains(view.name()));
            boolean said = open ? found.containsAll(names(view)) : found.equals(names(view));
            if (!view.kind().holdsRows() && !said) {
                others.add(view.name() + " has " + found + ", said are " + names(view));
            }
        }
        return others;
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream stream = ScriptBatteryTest.class.getResourceAsStream("/ddl/battery.sql")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^-- @", -1)) {
                String[] head = block.split("[ \n]", 2);
                if (head[0].equals("exact") || head[0].equals("open")) {
                    String[] body = head[1].split("\n", 2);
                    if (isTaken(body[0])) {
                        cases.add(new Case(body[0], head[0].equals("exact"), body[1]));
                    }
                }
            }
        }
        return cases;
    }

    /** Whether this version of the server takes the script: {@code (from 15)}, {@code (until 17)}. */
    private static boolean isTaken(String name) {
        Matcher bound = VERSIONS.matcher(name);
        if (!bound.find()) {
            return true;
        }
        int version = Integer.parseInt(bound.group(2));
        return bound.group(1).equals("from")
                ? TestPostgres.majorVersion() >= version
                : TestPostgres.majorVersion() <= version;
    }

    private static List<String> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.drift().message())
                .toList();
    }

    /** A script, and whether nothing of it may be left open. */
    record Case(String name, boolean exact, String sql) {

        @Override
        public String toString() {
            return name;
        }
    }
}
