package dev.schemaguard.source.migrations;

import dev.schemaguard.database.VendorWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out the scripts that a folder holds for other kinds of database. */
final class Vendors {

    private Vendors() {}

    /** The files that are for the given kind of database, or for all. */
    static List<MigrationFile> only(List<MigrationFile> files, String database) {
        Set<String> own = VendorWords.of(database);
        Set<String> others = VendorWords.ofOthers(database);
        Set<String> replaced = files.stream()
                .filter(file -> file.marks().stream().anyMatch(own::contains))
                .map(file -> withoutMark(file, own))
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> file.marks().stream().noneMatch(others::contains))
                .filter(file -> !replaced.contains(file.path()))
                .toList();
    }

    /** The general script that one for this kind of database stands for, as {@code 1_a.postgres.up.sql} for {@code 1_a.up.sql}. */
    private static String withoutMark(MigrationFile file, Set<String> own) {
        String path = file.path();
        for (String mark : own) {
            path = path.replace("." + mark + ".", ".");
        }
        return path.equals(file.path()) ? "" : path;
    }
}
