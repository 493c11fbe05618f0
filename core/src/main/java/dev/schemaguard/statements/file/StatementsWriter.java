package dev.schemaguard.statements.file;

import dev.schemaguard.model.Origin;
import java.util.regex.Pattern;

/**
 * Writes recorded statements as a file that people review and tools merge: one block a statement, in the order of their texts, with
 * nothing in it that another statement could change.
 */
public final class StatementsWriter {

    static final String HEAD = "-- schema-guard statements, format 1";
    static final String DIALECT = "-- dialect: ";
    static final String COMPLETE = "-- complete: ";
    static final String FROM = "-- from ";
    static final String USES = "-- uses ";
    static final String UNREAD = "-- unread ";
    static final String TEXT = "-- text ";
    static final String END = ";";

    /** Origins whose line would be taken for more than it is, or the other way round. */
    private static final Pattern LIKE_LINE = Pattern.compile("(?s).*:[0-9]+|\".*|\\s.*|.*\\s|");

    private static final Pattern MARK =
            Pattern.compile("(?m)^(?:-- (?:from|uses|unread|text) |<<<<<<<|=======|>>>>>>>)");

    private StatementsWriter() {}

    /** The whole file. */
    public static String write(RecordedStatements recorded) {
        StringBuilder file = new StringBuilder();
        file.append(HEAD).append('\n');
        file.append(DIALECT).append(recorded.dialect()).append('\n');
        file.append(COMPLETE).append(recorded.complete()).append('\n');
        for (RecordedStatement statement : recorded.statements()) {
            file.append('\n');
            statement
                    .origins()
                    .forEach(origin -> file.append(FROM).append(origin(origin)).append('\n'));
            use(file, statement.use());
            text(file, statement.text());
        }
        return file.toString();
    }

    private static String origin(Origin origin) {
        String location = origin.location();
        boolean plain = !LIKE_LINE.matcher(location).matches() && isPlain(location, false);
        String written = plain ? location : WrittenName.quoted(location);
        return origin.line() == 0 ? written : written + ":" + origin.line();
    }

    private static void use(StringBuilder file, RecordedStatement.Use use) {
        if (use instanceof RecordedStatement.Use.Known known) {
            UseLines.of(known.use())
                    .forEach(line -> file.append(USES).append(line).append('\n'));
        } else if (use instanceof RecordedStatement.Use.Unread unread) {
            file.append(UNREAD).append(WrittenName.quoted(unread.reason())).append('\n');
        }
    }

    /** A comment at the end of the text would swallow the semicolon, which gets a line of its own. */
    private static void text(StringBuilder file, String text) {
        if (!isReadableAsItIs(text)) {
            file.append(TEXT)
                    .append(WrittenName.quoted(text))
                    .append('\n')
                    .append(END)
                    .append('\n');
            return;
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        boolean comment = last.contains("--") || last.contains("#");
        file.append(text).append(comment ? "\n" : "").append(END).append('\n');
    }

    /** Whether the text is found again in the file to the letter, and shows to people all that it is. */
    private static boolean isReadableAsItIs(String text) {
        boolean ends = text.contains(";\n\n") || text.endsWith("\n") || text.startsWith("\n");
        boolean blank =
                Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1));
        return !ends && !blank && isPlain(text, true) && !MARK.matcher(text).find();
    }

    private static boolean isPlain(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!WrittenName.isPlain(text, i) && !(lines && (c == '\n' || c == '\t'))) {
                return false;
            }
        }
        return true;
    }
}
