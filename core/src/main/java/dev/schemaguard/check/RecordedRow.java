package dev.schemaguard.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of what a server once answered to the question about {@link RehearsedContract}, as the statements of this library have it
 * of every server.
 *
 * @param question the number of the question within the statement
 * @param object the object that the answer is about
 * @param text the answer
 */
record RecordedRow(int question, long object, String text) {

    /** Where the answers lie, by the kind of database and of statement. */
    static String place(String database, String statement) {
        return "rehearsal-" + database + "-" + statement + ".txt";
    }

    /** All rows that were recorded; empty where none were. */
    static List<RecordedRow> all(String database, String statement) {
        try (InputStream recorded = RecordedRow.class.getResourceAsStream(place(database, statement))) {
            if (recorded == null) {
                return List.of();
            }
            List<RecordedRow> rows = new ArrayList<>();
            for (String line : new String(recorded.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    rows.add(of(line));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedRow of(String line) {
        int object = line.indexOf('\t') + 1;
        int text = line.indexOf('\t', object) + 1;
        return new RecordedRow(
                Integer.parseInt(line, 0, object - 1, 10),
                Long.parseLong(line, object, text - 1, 10),
                line.substring(text).translateEscapes());
    }

    /** The row as a line of the file. */
    String line() {
        return question + "\t" + object + "\t"
                + text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t");
    }
}
