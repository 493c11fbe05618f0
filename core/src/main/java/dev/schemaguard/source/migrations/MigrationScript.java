package dev.schemaguard.source.migrations;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.ddl.script.SqlScript;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.UpSections;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One script of an expectation, given statement by statement as a server is to get them. */
public final class MigrationScript {

    private final MigrationFile file;
    private final Placeholders placeholders;
    private final boolean program;
    private final LexicalRules rules;

    /** What a server beside the database is called, in addition to the words that all have for it. */
    private final Set<String> outside;

    MigrationScript(MigrationFile file, Placeholders placeholders, boolean program, Database database) {
        this.file = file;
        this.placeholders = placeholders;
        this.program = program;
        this.rules = database.ddl().habits().lexicalRules();
        this.outside = database.dialect().hasSchemasInCatalogs() ? Set.of() : Set.of("SCHEMA");
    }

    /** What it is called in reports. */
    public String location() {
        return file.path();
    }

    /** Whether it is a program, which no database can run. */
    public boolean isProgram() {
        return program;
    }

    /** Whether it says itself where transactions begin or end. */
    public boolean hasTransactions() {
        boolean[] found = {false};
        forEach(statement -> found[0] |= statement.role() == MigrationStatement.Role.TRANSACTION);
        return found[0];
    }

    /**
     * Gives the statements one after the other, placeholders replaced, and without what takes the migration back.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if the script cannot be read, if it is not in UTF-8, or a quote or
     *     a comment does not end
     */
    public void forEach(Consumer<MigrationStatement> action) {
        SourceText source = file.text();
        try (SqlScript script = SqlScript.open(source, placeholders, rules);
                Reader text = new UpSections(placeholders.replacing(source.open()))) {
            Pieces pieces = new Pieces(location(), text);
            Optional<SqlStatement> next = script.next();
            while (next.isPresent()) {
                SqlStatement statement = next.get();
                ReadingDeadline.check(statement::origin);
                int line = pieces.skipTo(statement.start());
                MigrationStatement.Role role = MigrationStatement.role(statement, outside);
                String sql = role == MigrationStatement.Role.ROWS ? "" : pieces.upTo(statement.end());
                action.accept(MigrationStatement.of(statement, role, sql, line));
                next = script.next();
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    @Override
    public String toString() {
        return Origin.of(location()).toString();
    }

    /** Takes pieces out of a text from its beginning to its end, and counts lines. */
    private static final class Pieces {

        /** No server takes longer ones than some hundred megabytes. */
        private static final int LONGEST = 128 << 20;

        private final String location;
        private final Reader text;
        private long position;
        private int line = 1;
        private boolean carriageReturn;

        Pieces(String location, Reader text) {
            this.location = location;
            this.text = text;
        }

        /** Skips to an offset and gives the line there. */
        int skipTo(long offset) throws IOException {
            int c = 0;
            while (position < offset && c >= 0) {
                c = next();
            }
            return line;
        }

        String upTo(long offset) throws IOException {
            StringBuilder piece = new StringBuilder();
            while (position < offset) {
                int c = next();
                if (c < 0) {
                    break;
                }
                if (piece.length() == LONGEST) {
                    throw new SchemaSourceException(
                            Origin.of(location, line),
                            "the statement is longer than " + (LONGEST >> 20) + " million characters",
                            "bring rows by COPY, or by more statements than one");
                }
                piece.append((char) c);
            }
            return piece.toString();
        }

        private int next() throws IOException {
            int c = text.read();
            position++;
            if (c == '\r' || c == '\n' && !carriageReturn) {
                line++;
            }
            carriageReturn = c == '\r';
            return c;
        }
    }
}
