package dev.schemaguard.source.migrations;

import dev.schemaguard.ddl.script.Placeholders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a migration tool is configured to do. Immutable.
 *
 * @param layout the layout, which is recognised by looking where it is not said
 * @param flyway how Flyway tells migrations by their names
 * @param placeholders values by the names of placeholders, whose case does not matter; Liquibase calls them parameters
 * @param placeholderPrefix what placeholders begin with
 * @param placeholderSuffix what placeholders end with
 * @param contexts the contexts with which Liquibase runs, separated by commas; empty for all
 * @param labels the labels with which Liquibase runs, as an expression; empty for all
 */
public record MigrationSettings(
        Optional<MigrationLayout> layout,
        FlywayNaming flyway,
        Map<String, String> placeholders,
        String placeholderPrefix,
        String placeholderSuffix,
        String contexts,
        String labels) {

    /** What holds where nothing is configured. */
    public static final MigrationSettings DEFAULT =
            new MigrationSettings(Optional.empty(), FlywayNaming.DEFAULT, Map.of(), "${", "}", "", "");

    /** Checks the arguments and copies them. */
    public MigrationSettings {
        placeholders = Map.copyOf(placeholders);
        if (placeholderPrefix.isEmpty() || placeholderSuffix.isEmpty()) {
            throw new IllegalArgumentException("what placeholders begin and end with was empty, name both");
        }
    }

    /** The same settings with a layout that need not be told by looking. */
    public MigrationSettings withLayout(MigrationLayout newLayout) {
        return new MigrationSettings(
                Optional.of(newLayout), flyway, placeholders, placeholderPrefix, placeholderSuffix, contexts, labels);
    }

    /** The same settings with other names of Flyway's migrations. */
    public MigrationSettings withFlyway(FlywayNaming naming) {
        return new MigrationSettings(
                layout, naming, placeholders, placeholderPrefix, placeholderSuffix, contexts, labels);
    }

    /** The same settings with more values of placeholders; those that are known already give way. */
    public MigrationSettings withPlaceholders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(placeholders);
        more.forEach((name, value) -> {
            all.keySet().removeIf(name::equalsIgnoreCase);
            all.put(name, value);
        });
        return new MigrationSettings(layout, flyway, all, placeholderPrefix, placeholderSuffix, contexts, labels);
    }

    /** The same settings with another beginning and end of placeholders. */
    public MigrationSettings withPlaceholderMarks(String prefix, String suffix) {
        return new MigrationSettings(layout, flyway, placeholders, prefix, suffix, contexts, labels);
    }

    /** The same settings with Liquibase running only what is for these contexts and labels. */
    public MigrationSettings withLiquibase(String newContexts, String newLabels) {
        return new MigrationSettings(
                layout, flyway, placeholders, placeholderPrefix, placeholderSuffix, newContexts, newLabels);
    }

    Placeholders replacements() {
        return Placeholders.of(placeholderPrefix, placeholderSuffix, placeholders);
    }
}
