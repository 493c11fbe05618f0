package dev.schemaguard.ddl.script;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a migration tool replaces in a script before it runs it, such as <code>${schema}</code>. As with Flyway, the names'
 * case does not matter.
 */
public final class Placeholders {

    /** Nothing is replaced. */
    public static final Placeholders NONE = new Placeholders("${", "}", Map.of());

    private static final int LONGEST_NAME = 256;

    private final String prefix;
    private final String suffix;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Placeholders(String prefix, String suffix, Map<String, String> values) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.values.putAll(values);
    }

    /** Placeholders of the form <code>${name}</code>. */
    public static Placeholders of(Map<String, String> values) {
        return new Placeholders("${", "}", values);
    }

    /** Placeholders with another beginning and end. */
    public static Placeholders of(String prefix, String suffix, Map<String, String> values) {
        return new Placeholders(prefix, suffix, values);
    }

    /** The same text with the placeholders replaced that have a value; others stay. */
    public Reader replacing(Reader reader) {
        return values.isEmpty() ? reader : new ReplacingReader(reader);
    }

    /** Looks ahead only as far as a placeholder is long. */
    private final class ReplacingReader extends Reader {

        private final Reader reader;
        private final StringBuilder ahead = new StringBuilder();
        private String value = "";
        private int at;

        ReplacingReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int c = next();
                if (c < 0) {
                    break;
                }
                target[offset + count++] = (char) c;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private int next() throws IOException {
            while (true) {
                if (at < value.length()) {
                    return value.charAt(at++);
                }
                int c = ahead(0);
                if (c != prefix.charAt(0) || !replace()) {
                    if (c >= 0) {
                        ahead.deleteCharAt(0);
                    }
                    return c;
                }
            }
        }

        private boolean replace() throws IOException {
            for (int i = 1; i < prefix.length(); i++) {
                if (ahead(i) != prefix.charAt(i)) {
                    return false;
                }
            }
            int end = prefix.length();
            while (end < LONGEST_NAME && ahead(end) >= 0 && ahead.indexOf(suffix, prefix.length()) < 0) {
                end++;
            }
            int close = ahead.indexOf(suffix, prefix.length());
            String found = close < 0
                    ? null
                    : values.get(ahead.substring(prefix.length(), close).strip());
            if (found == null) {
                return false;
            }
            ahead.delete(0, close + suffix.length());
            value = found;
            at = 0;
            return true;
        }

        private int ahead(int index) throws IOException {
            while (ahead.length() <= index) {
                int c = reader.read();
                if (c < 0) {
                    return -1;
                }
                ahead.append((char) c);
            }
            return ahead.charAt(index);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    @Override
    public String toString() {
        return prefix + "..." + suffix + " " + values.keySet().toString().toLowerCase(Locale.ROOT);
    }
}
