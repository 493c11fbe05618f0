package dev.schemaguard.spring.flyway;

import dev.schemaguard.source.migrations.FlywayNaming;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.migrations.MigrationsSource;
import dev.schemaguard.text.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Where Flyway looks for migrations, and how it reads them.
 *
 * @param locations as Flyway spells them: {@code classpath:db/migration}, {@code filesystem:/migrations}
 * @param naming how it tells migrations by their names
 * @param placeholders values of placeholders
 * @param prefix what placeholders begin with
 * @param suffix what they end with
 */
record FlywayLocations(
        List<String> locations, FlywayNaming naming, Map<String, String> placeholders, String prefix, String suffix) {

    private static final String CLASSPATH = "classpath:";
    private static final String FILES = "filesystem:";

    /**
     * The migrations there; nothing where there are none, or some that cannot be looked at from here.
     *
     * @param log where to say which those are
     */
    Optional<MigrationsSource> source(ClassLoader loader, Logger log) {
        MigrationsSource.Builder builder = MigrationsSource.builder();
        boolean any = false;
        for (String written : locations) {
            String location = written.contains(":") ? written : CLASSPATH + written;
            if (location.contains("*") || !(location.startsWith(CLASSPATH) || location.startsWith(FILES))) {
                log.info(
                        "Flyway's location '{}' cannot be looked at from here, so its migrations are not taken for what"
                                + " is expected",
                        Secrets.said(location));
                return Optional.empty();
            }
            any |= add(builder, location, loader);
        }
        return any
                ? Optional.of(builder.settings(MigrationSettings.DEFAULT
                                .withFlyway(naming)
                                .withPlaceholders(placeholders)
                                .withPlaceholderMarks(prefix, suffix))
                        .build())
                : Optional.empty();
    }

    private static boolean add(MigrationsSource.Builder builder, String location, ClassLoader loader) {
        if (location.startsWith(FILES)) {
            Path folder = Path.of(location.substring(FILES.length()));
            boolean there = Files.isDirectory(folder);
            if (there) {
                builder.folder(location, folder);
            }
            return there;
        }
        String folder = location.substring(CLASSPATH.length()).replaceAll("^/+|/+$", "");
        boolean there = loader.getResource(folder + "/") != null || loader.getResource(folder) != null;
        if (there) {
            builder.classpath(folder, loader);
        }
        return there;
    }
}
