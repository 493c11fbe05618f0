package dev.schemaguard.source.migrations;

import dev.schemaguard.model.MigrationVersion;
import dev.schemaguard.source.migrations.FlywayCallbacks.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order in which Flyway runs a folder over an empty database: the newest baseline, then the versions behind it, then the
 * repeatable migrations. Written in loops, for it runs once in a process that has just started, where a stream costs more than
 * what it does.
 */
record FlywayLayout(FlywayNaming naming) implements Layout {

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    @Override
    public boolean fits(List<MigrationFile> files) {
        for (MigrationFile file : files) {
            if (naming.isScript(file.name()) && version(file, naming.prefix()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        List<MigrationFile> ordered = versions(files);
        ordered.addAll(repeatables(files));
        return ordered;
    }

    @Override
    public List<MigrationFile> callbacks(List<MigrationFile> files) {
        return new FlywayCallbacks(naming).among(files, EnumSet.allOf(When.class));
    }

    @Override
    public List<MigrationFile> run(List<MigrationFile> files) {
        FlywayCallbacks callbacks = new FlywayCallbacks(naming);
        List<MigrationFile> before = callbacks.among(files, EnumSet.of(When.BEFORE_EACH));
        List<MigrationFile> after = callbacks.among(files, EnumSet.of(When.AFTER_EACH));
        List<MigrationFile> run = new ArrayList<>(callbacks.among(files, EnumSet.of(When.BEFORE_ALL)));
        each(versions(files), before, after, run);
        run.addAll(callbacks.among(files, EnumSet.of(When.BEHIND_VERSIONS)));
        each(repeatables(files), before, after, run);
        run.addAll(callbacks.among(files, EnumSet.of(When.AFTER_ALL)));
        return run;
    }

    private static void each(
            List<MigrationFile> migrations,
            List<MigrationFile> before,
            List<MigrationFile> after,
            List<MigrationFile> run) {
        for (MigrationFile migration : migrations) {
            run.addAll(before);
            run.add(migration);
            run.addAll(after);
        }
    }

    private List<MigrationFile> versions(List<MigrationFile> files) {
        Optional<MigrationVersion> baseline = newestBaseline(files);
        List<Versioned> versioned = new ArrayList<>();
        for (MigrationFile file : files) {
            Optional<MigrationVersion> based = version(file, naming.baselinePrefix());
            if (based.isPresent() && based.equals(baseline)) {
                versioned.add(new Versioned(based.get(), file));
            }
            Optional<MigrationVersion> version = version(file, naming.prefix());
            if (version.isPresent() && (baseline.isEmpty() || version.get().compareTo(baseline.get()) > 0)) {
                versioned.add(new Versioned(version.get(), file));
            }
        }
        Collections.sort(versioned);
        List<MigrationFile> ordered = new ArrayList<>();
        for (Versioned each : versioned) {
            ordered.add(each.file());
        }
        return ordered;
    }

    private Optional<MigrationVersion> newestBaseline(List<MigrationFile> files) {
        Optional<MigrationVersion> newest = Optional.empty();
        for (MigrationFile file : files) {
            Optional<MigrationVersion> version = version(file, naming.baselinePrefix());
            if (version.isPresent() && (newest.isEmpty() || version.get().compareTo(newest.get()) > 0)) {
                newest = version;
            }
        }
        return newest;
    }

    private List<MigrationFile> repeatables(List<MigrationFile> files) {
        List<MigrationFile> repeatables = new ArrayList<>();
        for (MigrationFile file : files) {
            if (isRepeatable(file)) {
                repeatables.add(file);
            }
        }
        repeatables.sort(Comparator.comparing(MigrationFile::name));
        return repeatables;
    }

    private boolean isRepeatable(MigrationFile file) {
        return naming.isMigration(file.name())
                && file.name().startsWith(naming.repeatablePrefix() + naming.separator());
    }

    private Optional<MigrationVersion> version(MigrationFile file, String prefix) {
        String name = file.name();
        if (!name.startsWith(prefix) || !naming.isMigration(name)) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        int end = rest.indexOf(naming.separator());
        String version = end < 0 ? rest.substring(0, rest.lastIndexOf('.')) : rest.substring(0, end);
        return VERSION.matcher(version).matches() ? Optional.of(MigrationVersion.of(version)) : Optional.empty();
    }

    /** A migration with its version, by which it comes before others. */
    private record Versioned(MigrationVersion version, MigrationFile file) implements Comparable<Versioned> {

        @Override
        public int compareTo(Versioned other) {
            int order = version.compareTo(other.version);
            return order != 0 ? order : file.path().compareTo(other.file.path());
        }
    }
}
