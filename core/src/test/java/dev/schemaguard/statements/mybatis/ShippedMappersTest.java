package dev.schemaguard.statements.mybatis;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.proof.Sheet;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.OpenColumns;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of real software: how much of it is understood, held from below. */
class ShippedMappersTest {

    private static final Database POSTGRES = Databases.named("postgresql").orElseThrow();

    private static final Pattern OF_OTHERS =
            Pattern.compile(".*(?: for (?!postgres).*|_(?:mssql|mssql_or_azure|mysql|oracle|db2|mariadb|h2)) in .*");

    @ParameterizedTest
    @MethodSource("shipped")
    void readsTheMappersOfRealSoftware(
            String name,
            List<String> jars,
            List<String> scripts,
            Map<String, String> variables,
            int statements,
            int notRead,
            int openWithoutTables,
            int unresolved)
            throws IOException {
        ReleaseStatements read = read(jars, variables);

        long sent = read.statements().stream()
                .flatMap(statement -> statement.origins().stream())
                .map(origin -> origin.location())
                .filter(location -> !OF_OTHERS.matcher(location).matches())
                .distinct()
                .count();
        List<UnreadStatement> unread = read.unread().stream()
                .filter(statement ->
                        !OF_OTHERS.matcher(statement.origin().location()).matches())
                .toList();
        List<ReleaseStatement> open = read.statements().stream()
                .filter(statement -> !statement.use().open().isEmpty())
                .toList();
        OpenColumns tables = new OpenColumns(POSTGRES.dialect(), made(scripts));
        List<ReleaseStatement> stillOpen = open.stream()
                .filter(statement -> !tables.attributed(statement.use()).open().isEmpty())
                .toList();
        Sheet sheet = new Sheet("shipped-mappers-" + name);
        sheet.line(
                "%s: %d statements read in %d texts, %d unread; columns open in %d texts without the tables, and in %d with them"
                        .formatted(name, sent, read.statements().size(), unread.size(), open.size(), stillOpen.size()));
        stillOpen.stream()
                .flatMap(one -> tables.attributed(one.use()).open().stream())
                .distinct()
                .forEach(column -> sheet.line("  open " + column));
        why(unread).forEach((reason, count) -> sheet.line("  %4d %s".formatted(count, reason)));
        sheet.keep();

        assertThat(sent).isGreaterThanOrEqualTo(statements);
        assertThat(unread).hasSizeLessThanOrEqualTo(notRead);
        assertThat(open).hasSizeLessThanOrEqualTo(openWithoutTables);
        assertThat(stillOpen).hasSizeLessThanOrEqualTo(unresolved);
    }

    static Stream<Arguments> shipped() {
        Map<String, String> camunda = Map.ofEntries(
                entry("prefix", ""),
                entry("limitBefore", ""),
                entry("limitAfter", "LIMIT #{maxResults} OFFSET #{firstResult}"),
                entry("limitBetween", ""),
                entry("limitBetweenFilter", ""),
                entry("limitBetweenAcquisition", ""),
                entry("limitBeforeWithoutOffset", ""),
                entry("limitAfterWithoutOffset", "LIMIT #{maxResults}"),
                entry("optimizeLimitBeforeWithoutOffset", ""),
                entry("optimizeLimitAfterWithoutOffset", "LIMIT #{maxResults}"),
                entry("limitBeforeInUpdate", "WHERE ID_ IN (SELECT ID_ FROM"),
                entry("limitAfterInUpdate", "LIMIT #{maxResults})"),
                entry("limitBeforeNativeQuery", ""),
                entry("limitAfterNativeQuery", "LIMIT #{maxResults} OFFSET #{firstResult}"),
                entry("distinct", "distinct"),
                entry("countDistinctBeforeStart", "SELECT COUNT(*) FROM (SELECT DISTINCT"),
                entry("countDistinctBeforeEnd", ""),
                entry("countDistinctAfterEnd", ") countDistinct"),
                entry("escapeChar", "'\\'"),
                entry("datepart1", "extract("),
                entry("datepart2", " from "),
                entry("datepart3", ")"),
                entry("bitand1", ""),
                entry("bitand2", "&"),
                entry("bitand3", ""),
                entry("authJoinStart", "IN ("),
                entry("authJoinSeparator", ","),
                entry("authJoinEnd", ")"),
                entry("authJoin1Start", "IN ("),
                entry("authJoin1Separator", ","),
                entry("authJoin1End", ")"),
                entry("trueConstant", "true"),
                entry("falseConstant", "false"),
                entry("numericCast", ""),
                entry("dbSpecificIfNullFunction", "COALESCE"),
                entry("dbSpecificDummyTable", ""),
                entry("constant_for_update", "for update"),
                entry("collationForCaseSensitivity", ""),
                entry("constant.datepart.month", "MONTH"),
                entry("constant.datepart.quarter", "QUARTER"),
                entry("constant.integer.cast", "CAST(NULL AS INTEGER)"),
                entry("constant.op_message", "NEW_VALUE_"),
                entry("permCheck.authorizationNotFoundReturnValue", "NULL"),
                entry("constant.event", "'event'"),
                entry("constant.null.reporter", "NULL"),
                entry("constant.varchar.cast", "'${constant}'"),
                entry("permCheck.resourceIdQueryParam", "RES.ID_"),
                entry("orderBy", "order by RES.ID_"),
                entry("maxResults", "1"),
                entry("dayComparator", "extract(epoch from now())"));
        Map<String, String> flowable = Map.ofEntries(
                entry("prefix", ""),
                entry("wildcardEscapeClause", ""),
                entry("blobType", "BINARY"),
                entry("limitBefore", ""),
                entry("limitAfter", "LIMIT #{maxResults} OFFSET #{firstResult}"),
                entry("limitBetween", ""),
                entry("orderBy", "order by ID_"));
        // Still open: a bulk delete of historic instances that names RES.ID_ and has no RES.
        Arguments small = Arguments.of(
                "Flowable",
                List.of(
                        "org/flowable/db/mapping/entity/Execution.xml",
                        "org/flowable/common/db/mapping/entity/Property.xml"),
                List.of(
                        "org/flowable/common/db/create/flowable.postgres.create.common.sql",
                        "org/flowable/db/create/flowable.postgres.create.engine.sql",
                        "org/flowable/db/create/flowable.postgres.create.history.sql"),
                flowable,
                210,
                22,
                108,
                1);
        Arguments large = Arguments.of(
                "Camunda",
                List.of("org/camunda/bpm/engine/impl/mapping/entity/Task.xml"),
                Stream.of(
                                "engine",
                                "history",
                                "identity",
                                "case.engine",
                                "case.history",
                                "decision.engine",
                                "decision.history")
                        .map(part -> "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")
                        .toList(),
                camunda,
                655,
                160,
                415,
                37);
        // The large one takes the parser more than a minute: -Dmappers.all=true.
        return Boolean.getBoolean("mappers.all") ? Stream.of(small, large) : Stream.of(small);
    }

    private static Map<String, Long> why(List<UnreadStatement> unread) {
        return unread.stream()
                .map(UnreadStatement::reason)
                .map(reason -> reason.replaceAll(" in its line \\d+", ""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static ReleaseStatements read(List<String> jars, Map<String, String> variables) {
        ReleaseReading reading = new ReleaseReading(StatementReader.of(
                POSTGRES.dialect(), POSTGRES.ddl(), Schema.builder().build()));
        List<SourceText> files =
                jars.stream().flatMap(ShippedMappersTest::beside).toList();
        MapperFiles.read(files, variables, reading);
        return reading.result("shipped", false);
    }

    /** What the scripts of the same software make together, for one changes what another made. */
    private static Schema made(List<String> scripts) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String script : scripts) {
            try (InputStream in = ShippedMappersTest.class.getClassLoader().getResourceAsStream(script)) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return DdlSource.of(SourceText.text("made.sql", all.toString())).load(POSTGRES);
    }

    /** All mapper files of the jar that holds one. */
    private static Stream<SourceText> beside(String resource) {
        ClassLoader loader = ShippedMappersTest.class.getClassLoader();
        String folder = resource.substring(0, resource.indexOf("/mapping/") + "/mapping/".length());
        try {
            URL url = loader.getResource(resource);
            JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".xml") && !name.endsWith("mappings.xml"))
                    .sorted()
                    .map(name -> SourceText.classpath(name, loader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
