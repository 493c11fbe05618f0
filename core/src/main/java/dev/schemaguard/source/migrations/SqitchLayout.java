package dev.schemaguard.source.migrations;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sqitch: a plan lists the changes in order, each with a script in the folder {@code deploy}. */
record SqitchLayout() implements Layout {

    private static final String PLAN = "sqitch.plan";

    /** In bytes: a plan has a line of some hundred for each change. */
    private static final long LONGEST_PLAN = 64L << 20;

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream().anyMatch(file -> file.name().equals(PLAN));
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        List<MigrationFile> ordered = new ArrayList<>();
        Map<String, MigrationFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.putIfAbsent(file.path(), file));
        for (MigrationFile plan : files) {
            if (plan.name().equals(PLAN)) {
                String folder = plan.path().substring(0, plan.path().length() - PLAN.length());
                for (String change : changes(plan)) {
                    Optional.ofNullable(byPath.get(folder + "deploy/" + change + ".sql"))
                            .ifPresent(ordered::add);
                }
            }
        }
        return ordered;
    }

    private static List<String> changes(MigrationFile plan) {
        List<String> changes = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(plan.text().upTo(LONGEST_PLAN).open())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Pragmas, tags and comments begin with a mark; a change begins with its name.
                if (!line.isBlank() && "%@#".indexOf(line.strip().charAt(0)) < 0) {
                    changes.add(line.strip().split("\\s+", 2)[0]);
                }
            }
        } catch (IOException e) {
            throw plan.text().unreadable(e);
        }
        return changes;
    }
}
