package dev.schemaguard.source.migrations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code flyway.toml} as far as migrations need it: tables, strings, numbers, booleans, and lists of strings. */
final class FlywayToml {

    private static final Pattern TABLE = Pattern.compile("\\[\\s*([^\\[\\]]+?)\\s*](\\s*#.*)?");
    private static final Pattern ENTRY = Pattern.compile("([\\w.\"'-]+)\\s*=\\s*(.+)");
    private static final Pattern STRING = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'");
    private static final Pattern BARE = Pattern.compile("[^\\s#,\\[\\]{}]+");

    private FlywayToml() {}

    /** What it says, by the names that {@code flyway.conf} has for it; lists are separated by commas. */
    static Map<String, String> read(Reader reader) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        String table = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            Matcher header = TABLE.matcher(text);
            Matcher entry = ENTRY.matcher(text);
            if (header.matches()) {
                table = bare(header.group(1)) + ".";
            } else if (!text.startsWith("#") && entry.matches()) {
                StringBuilder value = new StringBuilder(entry.group(2));
                // A list may go on over lines.
                while (value.charAt(0) == '[' && !isClosed(value)) {
                    String next = lines.readLine();
                    if (next == null) {
                        throw new IllegalArgumentException("the list of '" + entry.group(1) + "' does not end");
                    }
                    value.append(' ').append(next.strip());
                }
                values.put(table + bare(entry.group(1)), value(value.toString()));
            }
        }
        return values;
    }

    private static boolean isClosed(CharSequence list) {
        return STRING.matcher(list).replaceAll("").indexOf(']') >= 0;
    }

    private static String value(String text) {
        List<String> found = new ArrayList<>();
        Matcher strings = STRING.matcher(text);
        boolean list = text.startsWith("[");
        int end = 0;
        while (strings.find() && (list || found.isEmpty() && strings.start() == 0)) {
            found.add(strings.group(1) == null ? strings.group(2) : unescaped(strings.group(1)));
            end = strings.end();
        }
        Matcher bare = BARE.matcher(text);
        if (end == 0 && bare.lookingAt()) {
            found.add(bare.group());
        }
        return String.join(",", found);
    }

    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String bare(String name) {
        return name.replaceAll("[\"']", "");
    }
}
