package dev.schemaguard.source.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The layouts of migration folders that are known. */
public enum MigrationLayout {
    /** Versions in the names, {@code V2__add_email.sql}, with repeatable and baseline migrations. */
    FLYWAY("V1__name.sql"),
    /** A folder for each migration with {@code migration.sql} in it. */
    PRISMA("20240131120000_name/migration.sql"),
    /** A folder for each migration with {@code up.sql} in it. */
    DIESEL("2024-01-31-120000_name/up.sql"),
    /** Scripts in pairs, {@code 1_name.up.sql}: golang-migrate, sqlx and others. */
    UP_DOWN("1_name.up.sql"),
    /** A plan, {@code sqitch.plan}, and the folder {@code deploy}. */
    SQITCH("sqitch.plan and deploy/name.sql"),
    /** Plain scripts in the order of their names, as goose and dbmate number them. */
    SORTED("any name.sql, in the order of the names");

    private final String example;

    MigrationLayout(String example) {
        this.example = example;
    }

    /** The layout of that name, such as {@code flyway} or {@code up-down}. */
    public static Optional<MigrationLayout> named(String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        for (MigrationLayout candidate : values()) {
            if (candidate.name().equals(constant)) {
                return Optional.of(candidate);
            }
        }
        return switch (constant) {
            case "GOLANG_MIGRATE", "SQLX" -> Optional.of(UP_DOWN);
            case "PLAIN", "GOOSE", "DBMATE" -> Optional.of(SORTED);
            default -> Optional.empty();
        };
    }

    /** The names of all layouts, for messages. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(layout -> layout.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** The first layout that the files look like. */
    static Optional<MigrationLayout> of(List<MigrationFile> files, FlywayNaming naming) {
        for (MigrationLayout candidate : values()) {
            if (candidate.with(naming).fits(files)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The layout, with Flyway's settings for where it is Flyway's. */
    Layout with(FlywayNaming naming) {
        return switch (this) {
            case FLYWAY -> new FlywayLayout(naming);
            case PRISMA -> new FolderPerMigrationLayout("migration.sql");
            case DIESEL -> new FolderPerMigrationLayout("up.sql");
            case UP_DOWN -> new UpScriptsLayout();
            case SQITCH -> new SqitchLayout();
            case SORTED -> new SortedLayout();
        };
    }

    /** A name of a migration in this layout, for messages. */
    String example() {
        return example;
    }
}
