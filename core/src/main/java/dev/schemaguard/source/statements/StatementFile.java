package dev.schemaguard.source.statements;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.file.PlainScript;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.file.RecordedStatements;
import dev.schemaguard.statements.file.StatementsFile;
import dev.schemaguard.text.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Statements of a file: one in which tests recorded them, whose words about their use are trusted, or a plain script.
 *
 * @param file the file
 */
public record StatementFile(SourceText file) implements StatementSource {

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
                    SourceText.classpath(location.substring(CLASSPATH.length()).replaceFirst("^/+", ""), loader));
        }
        try {
            return new StatementFile(SourceText.file(location, Path.of(location.replaceFirst("^file:", ""))));
        } catch (InvalidPathException e) {
            throw new SchemaSourceException(
                    Origin.of(Secrets.said(location)),
                    "this is no path (" + e.getReason() + ")",
                    "name a file of statements (.sql)",
                    e);
        }
    }

    @Override
    public String name() {
        return file.location();
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        StatementTexts texts = new StatementTexts(database, expected);
        if (!StatementsFile.isOne(firstLine())) {
            PlainScript.read(file, database.ddl().habits().lexicalRules()).forEach(texts::read);
            return texts.statements(name(), false);
        }
        RecordedStatements recorded = StatementsFile.read(file);
        if (!recorded.dialect().equals(database.dialect().name())) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the statements are recorded for '" + recorded.dialect() + "', the database is '"
                            + database.dialect().name() + "'",
                    "record them on the kind of database that the release runs on");
        }
        recorded.statements().forEach(statement -> add(statement, texts));
        return texts.statements(name(), recorded.complete());
    }

    private void add(RecordedStatement statement, StatementTexts texts) {
        List<Origin> origins = statement.origins().isEmpty() ? List.of(Origin.of(name())) : statement.origins();
        RecordedStatement.Use use = statement.use();
        if (use instanceof RecordedStatement.Use.Known known) {
            texts.known(statement.text(), origins, known.use());
        } else if (use instanceof RecordedStatement.Use.Unread unread) {
            texts.unread(origins.get(0), unread.reason());
        } else {
            origins.forEach(origin -> texts.read(new SentText(statement.text(), origin)));
        }
    }

    private String firstLine() {
        try (BufferedReader lines = new BufferedReader(file.openTolerantly())) {
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
