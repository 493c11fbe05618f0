package dev.schemaguard.policy;

import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.Tool;
import dev.schemaguard.model.MigrationVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool knows the migration in a file by.
 *
 * @param tool the tool
 * @param name the name by which it remembers the file
 * @param version the file's version, or the empty text where it has none
 * @param label what the migration is called in messages
 */
record MigrationKey(Tool tool, String name, String version, String label) {

    private static final Pattern FLYWAY = Pattern.compile("([A-Za-z]+)(\\d+(?:[._]\\d+)*)__.*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("[A-Za-z]+__.*\\.sql");
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)[._-].*");
    private static final Pattern DIESEL = Pattern.compile("([\\d-]*\\d)-?_.*");

    /** The key of a file, if its name is one that the tool gives to migrations. */
    static Optional<MigrationKey> of(Tool tool, String location) {
        String path = location.replace('\\', '/');
        String file = lastPart(path);
        String folder =
                path.length() > file.length() ? lastPart(path.substring(0, path.length() - file.length() - 1)) : "";
        return switch (tool) {
            case FLYWAY -> flyway(file);
            case PRISMA ->
                file.equals("migration.sql") && !folder.isEmpty()
                        ? Optional.of(new MigrationKey(tool, folder, "", folder))
                        : Optional.empty();
            case DIESEL -> {
                Matcher matcher = DIESEL.matcher(folder);
                yield file.equals("up.sql") && matcher.matches()
                        ? Optional.of(numbered(tool, matcher.group(1).replace("-", "")))
                        : Optional.empty();
            }
            case GOLANG_MIGRATE, SCHEMA_MIGRATIONS, SQLX -> {
                Matcher matcher = NUMBERED.matcher(file);
                yield matcher.matches() ? Optional.of(numbered(tool, matcher.group(1))) : Optional.empty();
            }
            case LIQUIBASE -> path.isEmpty() ? Optional.empty() : Optional.of(changeSet(path));
        };
    }

    private static Optional<MigrationKey> flyway(String file) {
        Matcher versioned = FLYWAY.matcher(file);
        if (versioned.matches()) {
            return Optional.of(
                    new MigrationKey(Tool.FLYWAY, file, versioned.group(2), versioned.group(1) + versioned.group(2)));
        }
        return REPEATABLE.matcher(file).matches()
                ? Optional.of(new MigrationKey(Tool.FLYWAY, file, "", file))
                : Optional.empty();
    }

    /** A file of change sets, or one of them: {@code file::id::author}. */
    private static MigrationKey changeSet(String location) {
        String[] parts = location.split("::", 3);
        return parts.length == 3
                ? new MigrationKey(Tool.LIQUIBASE, parts[0], parts[1], lastPart(parts[0]) + "::" + parts[1])
                : new MigrationKey(Tool.LIQUIBASE, location, "", lastPart(location));
    }

    private static MigrationKey numbered(Tool tool, String version) {
        return new MigrationKey(tool, version, version, version);
    }

    /** What an entry of a history is called in messages. */
    static String label(Tool tool, Entry entry) {
        if (tool == Tool.LIQUIBASE) {
            return lastPart(entry.name()) + (entry.version().isEmpty() ? "" : "::" + entry.version());
        }
        return of(tool, entry.name())
                .filter(key -> tool == Tool.FLYWAY && !key.version().isEmpty())
                .map(MigrationKey::label)
                .orElse(entry.version().isEmpty() ? entry.name() : entry.version());
    }

    /** Whether the file may hold more than the tool has run of it. */
    boolean isRepeated() {
        return (tool == Tool.LIQUIBASE || tool == Tool.FLYWAY) && version.isEmpty();
    }

    /** Whether the entry is about this migration. */
    boolean isOf(Entry entry) {
        if (tool == Tool.LIQUIBASE) {
            String path = entry.name().replaceFirst("^classpath:/*", "");
            boolean same = path.equals(name) || path.endsWith("/" + name) || name.endsWith("/" + path);
            return same && (version.isEmpty() || version.equals(entry.version()));
        }
        if (!version.isEmpty() && !entry.version().isEmpty()) {
            return MigrationVersion.of(version).equals(MigrationVersion.of(entry.version()));
        }
        return lastPart(entry.name().replace('\\', '/')).equals(name);
    }

    /** Whether the version comes before another one. */
    boolean isBefore(String other) {
        // The ids of change sets have no order of their own.
        if (version.isEmpty() || other.isEmpty() || tool == Tool.LIQUIBASE) {
            return false;
        }
        return MigrationVersion.of(version).compareTo(MigrationVersion.of(other)) < 0;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
