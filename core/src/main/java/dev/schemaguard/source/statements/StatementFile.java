package dev.schemaguard.source.statements;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.file.PlainScript;
import dev.schemaguard.statements.file.RecordedStatements;
import dev.schemaguard.statements.file.StatementsFile;
import dev.schemaguard.statements.reading.OpenColumns;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import dev.schemaguard.text.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Statements of a file: one in which tests recorded them, whose words about their use are trusted, or a plain script.
 *
 * @param file the file
 * @param named whether somebody named it, so that one for another kind of database is a mistake; one that is merely found states
 *     nothing there, as in a test on a database in memory
 */
public record StatementFile(SourceText file, boolean named) implements StatementSource {

    private static final String CLASSPATH = "classpath:";

    /** For tests that record statements, which have the property in common with those that read them. */
    private static final Set<String> FOR_TESTS = Set.of("accept", "exact", "verify");

    /** Whether a value of {@code schema-guard.statements} names a file, and does not tell tests what to do. */
    public static boolean isLocation(String value) {
        return !FOR_TESTS.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The statements at some locations, each a path, or {@code classpath:} and a name: one source for each file, and one for all
     * mappers together.
     *
     * @throws SchemaSourceException if a location is no path
     */
    public static List<StatementSource> at(List<String> locations) {
        List<StatementSource> sources = new ArrayList<>();
        List<SourceText> mappers = new ArrayList<>();
        for (String location : locations) {
            SourceText file = file(location);
            if (location.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                mappers.add(file);
            } else {
                sources.add(new StatementFile(file, true));
            }
        }
        if (!mappers.isEmpty()) {
            sources.add(new MapperSource(mappers));
        }
        return List.copyOf(sources);
    }

    private static SourceText file(String location) {
        if (location.startsWith(CLASSPATH)) {
            ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                    .orElseGet(StatementFile.class::getClassLoader);
            return SourceText.classpath(location.substring(CLASSPATH.length()).replaceFirst("^/+", ""), loader);
        }
        try {
            return SourceText.file(location, Path.of(location.replaceFirst("^file:", "")));
        } catch (InvalidPathException e) {
            throw new SchemaSourceException(
                    Origin.of(Secrets.said(location)),
                    "this is no path (" + e.getReason() + ")",
                    "name a file of statements (.sql), or a mapper (.xml)",
                    e);
        }
    }

    /** A file that was found where one may be packaged. */
    public static StatementFile found(SourceText file) {
        return new StatementFile(file, false);
    }

    @Override
    public String name() {
        return file.location();
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        if (!StatementsFile.isOne(firstLine())) {
            ReleaseReading script = reading(database, expected);
            PlainScript.read(file, database.ddl().habits().lexicalRules()).forEach(script::add);
            return script.result(name(), false);
        }
        RecordedStatements recorded = StatementsFile.read(file);
        if (!recorded.dialect().equals(database.dialect().name())) {
            return forOthers("the statements are recorded for '" + recorded.dialect() + "', the database is '"
                    + database.dialect().name() + "'");
        }
        return recorded.release(
                name(), () -> reader(database, expected), new OpenColumns(database.dialect(), expected));
    }

    private ReleaseStatements forOthers(String reason) {
        if (named) {
            throw new SchemaSourceException(
                    Origin.of(name()), reason, "record them on the kind of database that the release runs on");
        }
        return new ReleaseStatements(name(), List.of(), List.of(new UnreadStatement(Origin.of(name()), reason)), false);
    }

    private static ReleaseReading reading(Database database, Schema expected) {
        return new ReleaseReading(reader(database, expected));
    }

    private static StatementReader reader(Database database, Schema expected) {
        return StatementReader.of(database.dialect(), database.ddl(), expected);
    }

    private String firstLine() {
        try (BufferedReader lines = new BufferedReader(file.openTolerantly())) {
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
