package dev.schemaguard.source.statements;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.file.PlainScript;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.file.RecordedStatements;
import dev.schemaguard.statements.file.StatementsFile;
import dev.schemaguard.statements.mybatis.MapperFiles;
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
import java.util.Map;
import java.util.Optional;

/**
 * Statements of a file: one in which tests recorded them, whose words about their use are trusted, a plain script, or a mapper of
 * MyBatis.
 *
 * @param file the file
 * @param named whether somebody named it, so that one for another kind of database is a mistake; one that is merely found states
 *     nothing there, as in a test on a database in memory
 */
public record StatementFile(SourceText file, boolean named) implements StatementSource {

    private static final String CLASSPATH = "classpath:";

    /**
     * The file at a location: a path, or {@code classpath:} and a name.
     *
     * @throws SchemaSourceException if the location is no path
     */
    public static StatementFile at(String location) {
        if (location.startsWith(CLASSPATH)) {
            ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                    .orElseGet(StatementFile.class::getClassLoader);
            return new StatementFile(
                    SourceText.classpath(location.substring(CLASSPATH.length()).replaceFirst("^/+", ""), loader), true);
        }
        try {
            return new StatementFile(SourceText.file(location, Path.of(location.replaceFirst("^file:", ""))), true);
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
        if (name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
            ReleaseReading mappers = reading(database, expected);
            MapperFiles.read(List.of(file), Map.of(), mappers);
            return mappers.result(name(), false);
        }
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
        return recorded(recorded, database, expected);
    }

    private ReleaseStatements forOthers(String reason) {
        if (named) {
            throw new SchemaSourceException(
                    Origin.of(name()), reason, "record them on the kind of database that the release runs on");
        }
        return new ReleaseStatements(name(), List.of(), List.of(new UnreadStatement(Origin.of(name()), reason)), false);
    }

    /** Where each block says what it uses, no reader is made, so that nothing of the parser is loaded. */
    private ReleaseStatements recorded(RecordedStatements recorded, Database database, Schema expected) {
        List<ReleaseStatement> known = new ArrayList<>();
        List<UnreadStatement> unread = new ArrayList<>();
        List<SentText> unsaid = new ArrayList<>();
        for (RecordedStatement statement : recorded.statements()) {
            List<Origin> origins = statement.origins().isEmpty() ? List.of(Origin.of(name())) : statement.origins();
            if (statement.use() instanceof RecordedStatement.Use.Known use) {
                known.add(new ReleaseStatement(statement.text(), origins, use.use()));
            } else if (statement.use() instanceof RecordedStatement.Use.Unread not) {
                unread.add(new UnreadStatement(origins.get(0), not.reason()));
            } else {
                origins.forEach(origin -> unsaid.add(new SentText(statement.text(), origin)));
            }
        }
        if (unsaid.isEmpty()) {
            return new ReleaseStatements(name(), known, unread, recorded.complete());
        }
        ReleaseReading reading = reading(database, expected);
        unread.forEach(reading::add);
        unsaid.forEach(reading::add);
        ReleaseStatements read = reading.result(name(), recorded.complete());
        known.addAll(read.statements());
        return new ReleaseStatements(name(), known, read.unread(), read.others(), recorded.complete());
    }

    private static ReleaseReading reading(Database database, Schema expected) {
        return new ReleaseReading(
                new StatementReader(database.dialect(), database.ddl().habits().lexicalRules(), expected));
    }

    private String firstLine() {
        try (BufferedReader lines = new BufferedReader(file.openTolerantly())) {
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
