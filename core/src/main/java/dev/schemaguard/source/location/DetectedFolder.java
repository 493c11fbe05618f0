package dev.schemaguard.source.location;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Expectation from a folder, which is of migrations unless a changelog of Liquibase is in it. It is looked into when it is
 * loaded, for a folder may be long.
 *
 * @param name what the folder is called in reports
 * @param folder where it is
 * @param changelog what it is if it holds a changelog that includes all others
 * @param other what it is else
 */
record DetectedFolder(String name, Path folder, Function<Path, SchemaSource> changelog, Supplier<SchemaSource> other)
        implements SchemaSource {

    /** What the changelog is called that includes all others. */
    private static final Pattern MASTER =
            Pattern.compile("(?i)(db[.-])?(changelog([.-](master|root))?|master)\\.(xml|ya?ml|json|sql)");

    @Override
    public Schema load(Database database) {
        return master().map(changelog).orElseGet(other).load(database);
    }

    private Optional<Path> master() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                ReadingDeadline.check(() -> Origin.of(name));
                boolean named =
                        MASTER.matcher(String.valueOf(file.getFileName())).matches();
                if (named && Files.isRegularFile(file) && DetectedSource.isChangelog(file)) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            throw new SchemaSourceException(
                    Origin.of(name), "the folder cannot be read", "let this user read it and all that is in it", e);
        }
    }
}
