package dev.schemaguard.spring.liquibase;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import dev.schemaguard.source.SourceText;
import dev.schemaguard.source.ddl.DdlSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.resource.ResourceAccessor;

/**
 * Expectation from a Liquibase changelog: Liquibase itself renders it to the SQL that an empty database would get, without
 * one.
 */
public final class LiquibaseChangelog implements SchemaSource {

    private final SpringLiquibase settings;
    private final Map<String, String> parameters;

    private LiquibaseChangelog(SpringLiquibase settings, Map<String, String> parameters) {
        this.settings = settings;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * The changelog that this Liquibase of the application runs, with its contexts and labels.
     *
     * @param parameters the changelog's parameters, which that Liquibase keeps to itself
     */
    public static LiquibaseChangelog of(SpringLiquibase settings, Map<String, String> parameters) {
        return new LiquibaseChangelog(settings, parameters);
    }

    @Override
    public String name() {
        return String.valueOf(settings.getChangeLog());
    }

    @Override
    public Schema load(Dialect dialect) {
        return DdlSource.of(SourceText.text(name(), sql(dialect.name()))).load(dialect);
    }

    private String sql(String product) {
        try {
            // Offline, Liquibase notes in a file what it ran.
            Path folder = Files.createTempDirectory("schema-guard");
            Path history = folder.resolve("databasechangelog.csv");
            try {
                return render(product, history);
            } finally {
                Files.deleteIfExists(history);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | LiquibaseException e) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "Liquibase cannot render it without a database (" + e.getMessage() + ")",
                    "take a snapshot of a migrated database instead",
                    e);
        }
    }

    private String render(String product, Path history) throws LiquibaseException {
        ResourceAccessor resources = new SpringResourceAccessor(settings.getResourceLoader());
        OfflineConnection offline = new OfflineConnection(
                "offline:" + product.toLowerCase(Locale.ROOT) + "?outputLiquibaseSql=none&changeLogFile="
                        + history.toUri().getPath(),
                resources);
        Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(offline);
        if (settings.getDefaultSchema() != null) {
            database.setDefaultSchemaName(settings.getDefaultSchema());
            database.setOutputDefaultSchema(false);
        }
        StringWriter sql = new StringWriter();
        Liquibase liquibase = new Liquibase(settings.getChangeLog(), resources, database);
        parameters.forEach(liquibase::setChangeLogParameter);
        liquibase.update(new Contexts(settings.getContexts()), new LabelExpression(settings.getLabelFilter()), sql);
        return sql.toString();
    }
}
