package dev.schemaguard.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.LibraryCoverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract of the pack is what the library's own scripts make, and finds what is lost of it: on PostgreSQL and H2. */
class LibraryContractsTest {

    @TempDir
    private Path classpath;

    @ParameterizedTest
    @MethodSource("contracts")
    void isOfALibraryWhoseJarHasTheMarkerAndTellsItsVersion(PackedContract contract) throws IOException {
        assertThat(contract.unpacked(contract.library().get("marker").asString().replace('.', '/') + ".class"))
                .exists();
        Path properties = contract.unpacked("META-INF/maven/"
                + contract.library().get("artifact").asString().replace(':', '/') + "/pom.properties");
        assertThat(Files.exists(properties) ? properties : contract.unpacked("META-INF/MANIFEST.MF"))
                .content()
                .containsPattern("(?m)^(version=|Implementation-Version: )"
                        + Pattern.quote(contract.contract().get("made").asString()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void conformsToWhatTheScriptsMakeOnPostgres(PackedContract contract) throws IOException {
        new ContractTrial(contract, classpath).conforms(postgres(contract));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void findsEachLostColumnOnPostgresAndRefusesNoStart(PackedContract contract) throws IOException {
        DataSource database = postgres(contract);

        new ContractTrial(contract, classpath)
                .findsLostColumns(
                        database,
                        Databases.assumed(),
                        statement -> TestPostgres.execute(
                                database, statement.contains(" drop ") ? statement + " cascade" : statement));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void saysInALineThatNoTableOfTheLibraryIsThere(PackedContract contract) throws IOException {
        DataSource database = TestPostgres.freshDatabase("create table own (id bigint)");

        DriftReport report =
                ContractTrial.beside(contract.onClasspath(classpath)).check(database);

        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.coverage().libraries())
                .contains(new LibraryCoverage(contract.toString(), 0, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void conformsToWhatTheScriptsMakeOnH2AndFindsEachLostColumn(PackedContract contract)
            throws IOException, SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        // It is there as long as this connection is.
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table own (id bigint)");
            statement.execute(contract.script("h2"));

            ContractTrial trial = new ContractTrial(contract, classpath);
            trial.conforms(database);
            trial.findsLostColumns(database, Databases.behind(connection), sql -> run(statement, sql));
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static DataSource postgres(PackedContract contract) throws IOException {
        DataSource database = TestPostgres.freshDatabase("create table own (id bigint)");
        TestPostgres.execute(database, contract.script("postgresql"));
        return database;
    }

    static List<PackedContract> contracts() throws IOException {
        return PackedContract.ofScripts();
    }
}
