package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only one database knows stands in its folder: no name of a product, SQLState or catalog in a literal elsewhere. */
class DatabaseWordsTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> MODULES = List.of("core", "jdbc-guard", "spring-autoconfigure");

    private static final String OWN_ROOM = "dev/schemaguard/database/";

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);

    /** Products, whatever stands around them (but for HTML's heading); catalogs; a whole literal that is an SQLState. */
    private static final Pattern WORD = Pattern.compile(
            "postgres|mysql|mariadb|(?<![</])\\bh2\\b|oracle|derby|hsql|sqlite|sqlserver|sql server|mssql|\\bdb2\\b"
                    + "|cockroach|yugabyte|redshift|tidb|pgpass|\\bpg_|_[pf]key\\b|_excl\\b|information_schema|\"[0-9]{2}[0-9A-Z]{3}\"",
            Pattern.CASE_INSENSITIVE);

    /** The command line brings a driver, gives examples of URLs for it and for another one, and reads that driver's usual variable. */
    private static final Set<String> COMMAND_LINE = Set.of(
            "jdbc:postgresql:",
            "jdbc:mariadb://db/app",
            "--driver-path mariadb-java-client.jar",
            "PGPASSWORD",
            "--driver-path (PostgreSQL's is built in)");

    /** What a person asks for by name: the command line, the goals of a build, and what both do. */
    private static final List<String> COMMANDS = List.of("/jdbc/cli/", "/jdbc/verb/", "/schemaguard/maven/");

    /** Tells by the driver which part of a URL may be a password: without these words it would show more, or less of paths. */
    private static final String URLS = "core/src/main/java/dev/schemaguard/text/JdbcUrl.java";

    /** Prisma's own words: what a datasource calls its database, and what constraints are called that nobody named. */
    private static final Set<String> PRISMA = Set.of(
            "core/src/main/java/dev/schemaguard/source/prisma/Provider.java",
            "core/src/main/java/dev/schemaguard/source/prisma/StoredNames.java");

    @Test
    void standOnlyInTheRoomOfDatabases() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (String module : MODULES) {
            try (Stream<Path> all = Files.walk(REPOSITORY.resolve(module))) {
                for (Path file : all.filter(DatabaseWordsTest::isLookedAt).toList()) {
                    files++;
                    words(Files.readString(file)).stream()
                            .filter(literal -> !isAllowed(file, literal))
                            .forEach(literal -> found.add(REPOSITORY.relativize(file) + ": " + literal));
                }
            }
        }

        assertThat(files).isGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (name.equals(\"postgresql\"))",
                "\"select 1 from pg_class\"",
                "\"\"\"\n    select * from INFORMATION_SCHEMA.TABLES\"\"\"",
                "state.equals(\"42P01\")",
                "table + \"_pkey\"",
                "\"for H2 only\"",
                "'\"' + \"mysql\""
            })
    void areFoundInLiterals(String source) {
        assertThat(words(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"// PostgreSQL prints it so", "/* pg_class */ \"x\"", "\"<h2>\" + \"</h2>\"", "\"took 12345 ms\""
            })
    void areNoneInCommentsAndElsewhere(String source) {
        assertThat(words(source)).isEmpty();
    }

    private static boolean isLookedAt(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && path.contains("/src/main/java/")
                && !path.contains(OWN_ROOM)
                // Applications that the guard is tried on.
                && !path.contains("/src/it/")
                && !path.contains("/target/");
    }

    private static boolean isAllowed(Path file, String literal) {
        String path = REPOSITORY.relativize(file).toString().replace('\\', '/');
        return path.equals(URLS)
                || PRISMA.contains(path)
                || COMMANDS.stream().anyMatch(path::contains)
                        && COMMAND_LINE.stream().anyMatch(literal::contains);
    }

    private static List<String> words(String source) {
        List<String> literals = new ArrayList<>();
        Matcher part = LITERAL_OR_COMMENT.matcher(source);
        while (part.find()) {
            String text = part.group();
            if (text.startsWith("\"") && WORD.matcher(text).find()) {
                literals.add(text);
            }
        }
        return literals;
    }
}
