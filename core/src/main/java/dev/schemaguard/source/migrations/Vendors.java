package dev.schemaguard.source.migrations;

import dev.schemaguard.database.VendorWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out the scripts that a folder holds for other kinds of database. */
final class Vendors {

    private Vendors() {}

    /** The files that are for the given kind of database, or for all. */
    static List<MigrationFile> only(List<MigrationFile> files, String database) {
        Set<String> own = VendorWords.of(database);
        Set<String> others = VendorWords.ofOthers(database);
        Set<String> replaced = new HashSet<>();
        for (MigrationFile file : files) {
            if (!Collections.disjoint(file.marks(), own)) {
                replaced.add(withoutMark(file, own));
            }
        }
        List<MigrationFile> only = new ArrayList<>();
        for (MigrationFile file : files) {
            if (Collections.disjoint(file.marks(), others) && !replaced.contains(file.path())) {
                only.add(file);
            }
        }
        return List.copyOf(only);
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
