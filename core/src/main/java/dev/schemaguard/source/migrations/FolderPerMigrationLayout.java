package dev.schemaguard.source.migrations;

import java.util.Comparator;
import java.util.List;

/**
 * A folder for each migration with a script of always the same name in it, as Prisma ({@code migration.sql}) and diesel
 * ({@code up.sql}) have it. The folders' names give the order.
 *
 * @param script the script's name
 */
record FolderPerMigrationLayout(String script) implements Layout {

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream().anyMatch(this::isMigration);
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        return files.stream()
                .filter(this::isMigration)
                .sorted(Comparator.comparing(FolderPerMigrationLayout::version).thenComparing(MigrationFile::path))
                .toList();
    }

    private boolean isMigration(MigrationFile file) {
        return file.name().equals(script) && !file.parent().isEmpty();
    }

    /** Diesel sorts by what stands before the first underscore, less its hyphens; for Prisma's time stamps that is the same. */
    private static String version(MigrationFile file) {
        return file.parent().split("_", 2)[0].replace("-", "");
    }
}
