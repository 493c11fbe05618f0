package dev.schemaguard.statements.file;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.file.UseParser.Misspelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of recorded statements line by line. No SQL is looked into: blocks say what they use, and where a block of somebody's
 * hand does not, that is left to others.
 */
public final class StatementsFile {

    /** In bytes: room for all statements that a file may hold at some length. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private static final String ANY_HEAD = "-- schema-guard statements";
    private static final List<String> CONFLICTS = List.of("<<<<<<<", "=======", ">>>>>>>");

    private final SourceText source;
    private final List<RecordedStatement> statements = new ArrayList<>();

    private StatementsFile(SourceText source) {
        this.source = source;
    }

    /** Whether a text that begins with this line is such a file, of whatever format. */
    public static boolean isOne(String firstLine) {
        return firstLine.startsWith(ANY_HEAD);
    }

    /**
     * Reads the whole file.
     *
     * @throws SchemaSourceException if it cannot be read, is too large, is of another format, holds a merge conflict or a broken block
     */
    public static RecordedStatements read(SourceText source) {
        StatementsFile file = new StatementsFile(source);
        try (BufferedReader reader = new BufferedReader(source.upTo(LARGEST).open())) {
            return file.read(new FileLines(reader));
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private RecordedStatements read(FileLines lines) throws IOException {
        head(lines);
        String dialect = headLine(lines, StatementsWriter.DIALECT);
        boolean complete = complete(lines);
        while (lines.skipBlanks()) {
            statements.add(block(lines));
            if (statements.size() > RecordedStatements.MOST) {
                throw broken(
                        lines,
                        "holds more than " + RecordedStatements.MOST + " statements",
                        "record texts with parameters rather than with values");
            }
        }
        return new RecordedStatements(dialect, complete, statements);
    }

    private void head(FileLines lines) throws IOException {
        String head = lines.peek().orElse("");
        refuseConflict(lines, head);
        if (!head.equals(StatementsWriter.HEAD)) {
            throw broken(
                    lines,
                    "does not begin with '" + StatementsWriter.HEAD + "'",
                    "record it anew, or use a version of this library that knows its format");
        }
        lines.next();
    }

    private boolean complete(FileLines lines) throws IOException {
        String said = headLine(lines, StatementsWriter.COMPLETE);
        if (!said.equals("true") && !said.equals("false")) {
            throw broken(
                    lines, "does not say whether it is complete", "write '-- complete: true' or '-- complete: false'");
        }
        return said.equals("true");
    }

    private String headLine(FileLines lines, String mark) throws IOException {
        String line = lines.peek().orElse("");
        refuseConflict(lines, line);
        if (!line.startsWith(mark) || line.length() == mark.length()) {
            throw broken(lines, "has no line '" + mark.strip() + " ...' in its head", "put it back, or record it anew");
        }
        lines.next();
        return line.substring(mark.length()).strip();
    }

    private RecordedStatement block(FileLines lines) throws IOException {
        int start = lines.number();
        BlockHead head = new BlockHead();
        Optional<String> line = lines.peek();
        while (line.isPresent() && BlockHead.isMark(line.get())) {
            try {
                head.read(line.get());
            } catch (Misspelled e) {
                throw broken(lines, e.reason(), "correct the line, or take it out: the statement is then read anew");
            }
            lines.next();
            line = lines.peek();
        }
        String text = text(lines, start, head.text());
        if (text.isBlank()) {
            throw broken(Origin.of(source.location(), start), "the block that begins here has no statement");
        }
        List<Origin> origins = head.origins().isEmpty() ? List.of(Origin.of(source.location(), start)) : head.origins();
        return new RecordedStatement(text, origins, head.use());
    }

    /** The text up to a semicolon at the end of a line that a blank line follows. */
    private String text(FileLines lines, int start, Optional<String> said) throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            Optional<String> line = lines.peek();
            if (line.isEmpty() || BlockHead.isMark(line.get())) {
                throw broken(Origin.of(source.location(), start), "the block that begins here does not end");
            }
            refuseConflict(lines, line.get());
            lines.next();
            boolean blank = lines.peek().map(String::isEmpty).orElse(true);
            if (line.get().endsWith(StatementsWriter.END) && blank) {
                return said.orElseGet(() -> ended(text, line.get()));
            }
            text.append(line.get()).append('\n');
        }
    }

    private static String ended(StringBuilder text, String last) {
        if (last.equals(StatementsWriter.END)) {
            return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        }
        return text.append(last, 0, last.length() - 1).toString();
    }

    private void refuseConflict(FileLines lines, String line) {
        if (CONFLICTS.stream().anyMatch(line::startsWith)) {
            throw broken(
                    lines,
                    "holds the mark of a merge conflict",
                    "keep the blocks of both sides: each is a statement of its own, and the next recording sorts them");
        }
    }

    private SchemaSourceException broken(FileLines lines, String reason, String remedy) {
        return new SchemaSourceException(Origin.of(source.location(), lines.number()), reason, remedy);
    }

    private static SchemaSourceException broken(Origin origin, String reason) {
        return new SchemaSourceException(
                origin, reason, "end the statement with a semicolon and a blank line, or record the file anew");
    }
}
