package dev.schemaguard.source.migrations;

import dev.schemaguard.input.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file in a folder of migrations.
 *
 * @param path where it is, relative to the folder and with slashes
 * @param text what it holds, called by that path
 */
record MigrationFile(String path, SourceText text) {

    /** The file's own name. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of the folder that it is in, empty for the outermost. */
    String parent() {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** Whether it is a script. */
    boolean isSql() {
        return name().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    /** The words that may say for which database it is: folders, and the parts of the name between dots. */
    List<String> marks() {
        List<String> marks =
                new ArrayList<>(List.of(path.toLowerCase(Locale.ROOT).split("/", -1)));
        String last = marks.remove(marks.size() - 1);
        List<String> parts = List.of(last.split("\\.", -1));
        marks.addAll(parts.subList(1, parts.size()));
        return marks;
    }
}
