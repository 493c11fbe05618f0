package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import dev.schemaguard.source.migrations.MigrationLayout;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How folders of migrations are to be read, where looking at them does not tell. */
public final class LayoutOptions {

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            converter = ByName.class,
            description =
                    "How a folder of migrations is laid out: flyway, prisma, diesel, up-down (golang-migrate, sqlx),"
                            + " sqitch or sorted (goose, dbmate). Default: told by looking.")
    private @Nullable MigrationLayout layout;

    @Option(
            names = "--placeholder",
            paramLabel = "KEY=VALUE",
            description =
                    "What stands for $${KEY} in migrations, or for a parameter of a Liquibase changelog. Repeatable.")
    private Map<String, String> placeholders = new LinkedHashMap<>();

    @Option(
            names = "--contexts",
            paramLabel = "LIST",
            description = "The contexts of a Liquibase changelog, separated by commas. Default: all.")
    private String contexts = "";

    @Option(
            names = "--labels",
            paramLabel = "EXPRESSION",
            description = "The labels of a Liquibase changelog. Default: all.")
    private String labels = "";

    /** Heeded before any command runs: {@code LiquibasePath}. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = "--liquibase-path",
            paramLabel = "PATH",
            description = "Liquibase's jars, or a folder with them, to read a Liquibase changelog. Repeatable.")
    private List<Path> liquibasePath = new ArrayList<>();

    @Option(
            names = "--database",
            paramLabel = "KIND",
            converter = KindByName.class,
            completionCandidates = KindNames.class,
            description = "The kind of database that scripts are written for, where no connection tells it:"
                    + " ${COMPLETION-CANDIDATES}. Default: that of the driver that is built in.")
    private @Nullable Database kind;

    /** The kind of database that scripts are written for, where no connection tells it. */
    public Database kind() {
        return namedKind().orElseGet(Databases::assumed);
    }

    /** The same, if it was named. */
    Optional<Database> namedKind() {
        return Optional.ofNullable(kind);
    }

    MigrationSettings settings() {
        MigrationSettings settings =
                MigrationSettings.DEFAULT.withPlaceholders(placeholders).withLiquibase(contexts, labels);
        return layout == null ? settings : settings.withLayout(layout);
    }

    /** What is to be found at places, read so. */
    public ExpectationPlaces places() {
        return new ExpectationPlaces(settings());
    }

    /** The names of the kinds of database that are known without a connection. */
    static final class KindNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Databases.names().iterator();
        }
    }

    /** A kind of database by its name. */
    static final class KindByName implements ITypeConverter<Database> {

        @Override
        public Database convert(String value) {
            return Databases.named(value.toLowerCase(Locale.ROOT))
                    .orElseThrow(
                            () -> new WrongValue("nothing is known of such a kind without a connection; name one of "
                                    + String.join(", ", Databases.names())));
        }
    }

    /** A layout by its name. */
    static final class ByName implements ITypeConverter<MigrationLayout> {

        @Override
        public MigrationLayout convert(String value) {
            return MigrationLayout.named(value)
                    .orElseThrow(() -> new WrongValue(
                            "there is no such layout; name one of " + String.join(", ", MigrationLayout.names())));
        }
    }
}
