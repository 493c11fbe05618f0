package dev.schemaguard.source.migrations;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Plain scripts that run in the order of their names; those that take back others are left out. */
record SortedLayout() implements Layout {

    private static final Pattern DOWN = Pattern.compile(
            "(?i)(.*[._/-])?(down|undo|rollback|revert)\\.sql|(.*/)?(down|undo|rollback|revert|verify)/.*");

    /** A migration in another language stands in line by its number. */
    private static final Pattern NUMBERED = Pattern.compile("(?i)[a-z]?\\d.*");

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream().anyMatch(SortedLayout::isUp);
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        return files.stream()
                .filter(file -> isUp(file) || isProgram(file))
                .sorted(Comparator.comparing(MigrationFile::path, NaturalOrder.INSTANCE))
                .toList();
    }

    /** Whether the file is a migration that is a program. */
    static boolean isProgram(MigrationFile file) {
        return NUMBERED.matcher(file.name()).matches()
                && ProgramKind.of(file.name()).isPresent();
    }

    private static boolean isUp(MigrationFile file) {
        return file.isSql() && !DOWN.matcher(file.path()).matches();
    }
}
