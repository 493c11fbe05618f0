package dev.schemaguard.source.location;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Expectation from a file whose ending two kinds of files have: it is looked into when it is loaded.
 *
 * @param file the file
 * @param changelog what it is if Liquibase's words stand at its beginning
 * @param other what it is else
 */
record DetectedSource(SourceText file, Supplier<SchemaSource> changelog, Supplier<SchemaSource> other)
        implements SchemaSource {

    private static final int BEGINNING = 4096;

    /** How a changelog in SQL begins (Liquibase's manual, formatted SQL). */
    private static final Pattern FORMATTED_SQL = Pattern.compile("(?i)--\\s*liquibase\\s+formatted\\s+sql\\b.*");

    /** The outermost word of a changelog in XML, YAML or JSON. */
    private static final String ROOT = "databaseChangeLog";

    @Override
    public String name() {
        return file.location();
    }

    @Override
    public Schema load(Database database) {
        return (isChangelog(file) ? changelog : other).get().load(database);
    }

    @Override
    public List<TableDigests> digests(Database database) {
        return (isChangelog(file) ? changelog : other).get().digests(database);
    }

    /** Whether a file is a changelog of Liquibase. */
    static boolean isChangelog(Path file) {
        return isChangelog(SourceText.file(file.toString(), file));
    }

    private static boolean isChangelog(SourceText file) {
        char[] beginning = new char[BEGINNING];
        int length = 0;
        try (Reader reader = file.open()) {
            for (int count = reader.read(beginning); count > 0; ) {
                length += count;
                count = length < BEGINNING ? reader.read(beginning, length, BEGINNING - length) : -1;
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        String text = new String(beginning, 0, length).replace("\uFEFF", "");
        // A script may say Liquibase's word in the name of a table, as what 'update-sql' writes does.
        boolean sql = file.location().toLowerCase(Locale.ROOT).endsWith(".sql");
        return sql ? FORMATTED_SQL.matcher(firstLine(text)).matches() : text.contains(ROOT);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
