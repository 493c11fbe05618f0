package dev.schemaguard.ddl.script;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks out what a script holds to take itself back, where tools keep both ways in one file: goose, dbmate, sql-migrate,
 * tern, node-pg-migrate, MyBatis Migrations, Play Evolutions. Lines keep their numbers.
 */
public final class UpSections extends FilterReader {

    private static final Pattern MARK = Pattern.compile(
            "--\\s*(?:\\+goose|\\+migrate|rambler)\\s+(?<a>up|down)\\b.*"
                    + "|--\\s*migrate:(?<b>up|down)\\b.*"
                    + "|--\\s*(?<c>up|down)\\s+migration\\s*"
                    + "|(?:#|--)\\s*-*\\s*!(?<d>up|down)s\\s*"
                    + "|--\\s*//\\s*@(?<e>undo)\\s*"
                    + "|----\\s*create above / (?<f>drop below)\\s*----\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_MARK = 120;

    private final StringBuilder ahead = new StringBuilder();
    private final char[] buffer = new char[8 * 1024];
    private int position;
    private int limit;
    private int at;
    private boolean lineStart = true;
    private boolean down;

    public UpSections(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = next();
        return down && c >= 0 && c != '\n' && c != '\r' ? ' ' : c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            target[offset + count++] = (char) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int next() throws IOException {
        if (at < ahead.length()) {
            return passed(ahead.charAt(at++));
        }
        int c = take();
        if (lineStart && (c == '-' || c == '#')) {
            lookAhead(c);
            at = 1;
            return passed(ahead.charAt(0));
        }
        return passed(c);
    }

    private int take() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
        }
        return position < limit ? buffer[position++] : -1;
    }

    private int passed(int c) {
        lineStart = c == '\n' || c == '\r';
        return c;
    }

    /** Takes the beginning of a line; if it is a mark, what follows it is a section of that kind. */
    private void lookAhead(int first) throws IOException {
        ahead.setLength(0);
        ahead.append((char) first);
        int c = first;
        while (ahead.length() < LONGEST_MARK && c != '\n' && c != '\r') {
            c = take();
            if (c < 0) {
                break;
            }
            ahead.append((char) c);
        }
        String line = ahead.toString().stripTrailing();
        Matcher mark = MARK.matcher(line);
        if (mark.matches()) {
            down = isDown(mark);
            ahead.replace(0, line.length(), "--" + " ".repeat(Math.max(0, line.length() - 2)));
        }
    }

    private static boolean isDown(Matcher mark) {
        for (String group : new String[] {"a", "b", "c", "d"}) {
            String found = mark.group(group);
            if (found != null) {
                return found.equalsIgnoreCase("down");
            }
        }
        return true;
    }
}
