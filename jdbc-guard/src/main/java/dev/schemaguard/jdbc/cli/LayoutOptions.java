package dev.schemaguard.jdbc.cli;

import dev.schemaguard.source.migrations.MigrationLayout;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How folders of migrations are to be read, where looking at them does not tell. */
final class LayoutOptions {

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            converter = ByName.class,
            description =
                    "How a folder of migrations is laid out: flyway, prisma, diesel, up-down (golang-migrate, sqlx),"
                            + " sqitch or sorted. Default: told by looking.")
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

    MigrationSettings settings() {
        MigrationSettings settings =
                MigrationSettings.DEFAULT.withPlaceholders(placeholders).withLiquibase(contexts, labels);
        return layout == null ? settings : settings.withLayout(layout);
    }

    /** A layout by its name. */
    static final class ByName implements ITypeConverter<MigrationLayout> {

        @Override
        public MigrationLayout convert(String value) {
            return MigrationLayout.named(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is no layout; name one of " + String.join(", ", MigrationLayout.names())));
        }
    }
}
