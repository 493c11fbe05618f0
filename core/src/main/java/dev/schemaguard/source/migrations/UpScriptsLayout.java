package dev.schemaguard.source.migrations;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Scripts in pairs, one up and one down, as golang-migrate, sqlx and others have it: {@code 0001_users.up.sql}. */
record UpScriptsLayout() implements Layout {

    private static final Pattern UP = Pattern.compile("(?i).*[._-]up\\.sql");

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream().anyMatch(file -> UP.matcher(file.name()).matches());
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        return files.stream()
                .filter(file -> UP.matcher(file.name()).matches() || SortedLayout.isProgram(file))
                .sorted(Comparator.comparing(MigrationFile::path, NaturalOrder.INSTANCE))
                .toList();
    }
}
