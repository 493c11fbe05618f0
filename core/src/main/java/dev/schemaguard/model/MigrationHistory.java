package dev.schemaguard.model;

import java.util.List;
import java.util.Objects;

/**
 * What a migration tool remembers to have run in a database.
 *
 * @param tool the tool
 * @param table the table in which it remembers
 * @param entries what it ran, the oldest first
 */
public record MigrationHistory(Tool tool, ObjectName table, List<Entry> entries) {

    public MigrationHistory {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(table, "table");
        entries = List.copyOf(entries);
    }

    /** The tools whose histories are known. */
    public enum Tool {
        FLYWAY,
        LIQUIBASE,
        PRISMA,
        /** Remembers only the last version, and that all before it ran. */
        GOLANG_MIGRATE,
        /** Rails, dbmate, Ecto and others that list versions in {@code schema_migrations}. */
        SCHEMA_MIGRATIONS,
        DIESEL,
        SQLX
    }

    /**
     * A migration that ran, or tried to.
     *
     * @param name what the tool knows it by: a script, a folder, a file of change sets; the version where it knows no more
     * @param version its version, or the empty text where it has none
     * @param state what became of it
     */
    public record Entry(String name, String version, State state) {

        public Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(state, "state");
        }
    }

    /** What became of a migration. */
    public enum State {
        /** It ran to its end. */
        APPLIED,
        /** It broke off. */
        FAILED,
        /** It was taken back. */
        UNDONE,
        /** Nothing ran: all versions up to this one are taken for granted. */
        BASELINE
    }
}
