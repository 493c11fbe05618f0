package dev.schemaguard.statements.file;

import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.file.RecordedStatement.Use;
import dev.schemaguard.statements.file.UseParser.Misspelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment lines of a block: who sends the statement, and what it uses. */
final class BlockHead {

    private static final Pattern WITH_LINE = Pattern.compile("(.*):([1-9][0-9]{0,8})");

    private final List<Origin> origins = new ArrayList<>();
    private final UseParser uses = new UseParser();
    private boolean used;
    private Optional<String> unread = Optional.empty();
    private Optional<String> text = Optional.empty();

    /** Whether a line is one of them. */
    static boolean isMark(String line) {
        return line.startsWith(StatementsWriter.FROM)
                || line.startsWith(StatementsWriter.USES)
                || line.startsWith(StatementsWriter.UNREAD)
                || line.startsWith(StatementsWriter.TEXT);
    }

    void read(String line) throws Misspelled {
        if (line.startsWith(StatementsWriter.FROM)) {
            origins.add(origin(line.substring(StatementsWriter.FROM.length())));
        } else if (line.startsWith(StatementsWriter.USES)) {
            uses.read(line.substring(StatementsWriter.USES.length()));
            used = true;
        } else if (line.startsWith(StatementsWriter.UNREAD)) {
            unread = Optional.of(only(line.substring(StatementsWriter.UNREAD.length())));
        } else {
            text = Optional.of(only(line.substring(StatementsWriter.TEXT.length())));
        }
    }

    private static String only(String quoted) throws Misspelled {
        LineWords words = new LineWords(quoted);
        String text = words.quoted();
        words.end();
        return text;
    }

    private static Origin origin(String written) throws Misspelled {
        if (!written.startsWith("\"")) {
            Matcher matcher = WITH_LINE.matcher(written);
            return matcher.matches()
                    ? Origin.of(matcher.group(1), Integer.parseInt(matcher.group(2)))
                    : Origin.of(written);
        }
        LineWords words = new LineWords(written);
        String location = words.quoted();
        if (!words.accept(':')) {
            words.end();
            return Origin.of(location);
        }
        try {
            return Origin.of(location, Integer.parseInt(words.name()));
        } catch (NumberFormatException e) {
            throw new Misspelled("what stands behind the colon is no line");
        }
    }

    List<Origin> origins() {
        return origins;
    }

    /** The text, where it could not stand in the file as it is. */
    Optional<String> text() {
        return text;
    }

    Use use() {
        if (unread.isPresent()) {
            return new Use.Unread(unread.get());
        }
        return used ? new Use.Known(uses.use()) : new Use.Unsaid();
    }
}
