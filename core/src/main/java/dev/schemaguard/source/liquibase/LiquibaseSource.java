package dev.schemaguard.source.liquibase;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.DdlReplay;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Secrets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Expectation from a changelog of Liquibase, be it in XML, YAML, JSON or SQL, with all that it includes. Liquibase has to be on
 * the class path; it reads the changelog and says what SQL each change set is, as it would for an empty database. It connects
 * to nothing, writes no file and reports to nobody.
 *
 * <p>The change sets together are complete: what they do not create is not expected to be there. What only a database can tell,
 * such as a change that is a program, is listed in {@link Schema#gaps()} with its change set. Immutable.
 */
public final class LiquibaseSource implements SchemaSource {

    private final ChangelogPlace place;
    private final Map<String, String> parameters;
    private final String contexts;
    private final String labels;

    private LiquibaseSource(ChangelogPlace place, Map<String, String> parameters, String contexts, String labels) {
        this.place = place;
        this.parameters = Map.copyOf(parameters);
        this.contexts = contexts;
        this.labels = labels;
    }

    /**
     * The expectation of a changelog in a file.
     *
     * @param location what it is called in reports
     * @param file where it is; what it includes is looked for from its folder and from each folder above
     */
    public static LiquibaseSource file(String location, Path file) {
        return new LiquibaseSource(new ChangelogPlace.InFolder(location, file), Map.of(), "", "");
    }

    /**
     * The expectation of a changelog on the class path.
     *
     * @param resource its name, such as {@code db/changelog/db.changelog-master.yaml}
     * @param loader the class loader that finds it and what it includes
     */
    public static LiquibaseSource classpath(String resource, ClassLoader loader) {
        return new LiquibaseSource(new ChangelogPlace.OnClasspath(resource, loader), Map.of(), "", "");
    }

    /** The same changelog with values for the parameters that it has, such as <code>${schema}</code>. */
    public LiquibaseSource withParameters(Map<String, String> newParameters) {
        return new LiquibaseSource(place, newParameters, contexts, labels);
    }

    /** The same changelog, of which only runs what is for these contexts, separated by commas; empty for all. */
    public LiquibaseSource withContexts(String newContexts) {
        return new LiquibaseSource(place, parameters, newContexts, labels);
    }

    /** The same changelog, of which only runs what has labels that match this expression; empty for all. */
    public LiquibaseSource withLabels(String newLabels) {
        return new LiquibaseSource(place, parameters, contexts, newLabels);
    }

    @Override
    public String name() {
        return place.location();
    }

    @Override
    public Schema load(Database database) {
        requireLiquibase(database);
        place.requireFile();
        DdlReplay replay = new DdlReplay(database.ddl());
        try {
            new Changelog(place, parameters, contexts, labels).run(replay, database.dialect());
        } catch (LinkageError e) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "Liquibase lacks a library of its own to read the changelog (" + Secrets.said(e) + ")",
                    "put the libraries that it brings beside its own jar, such as commons-lang3, and snakeyaml for YAML",
                    e);
        }
        if (replay.changes() == 0) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the changelog says nothing about a schema",
                    "name one with changes such as createTable, and check contexts and labels");
        }
        return replay.schema();
    }

    private void requireLiquibase(Database database) {
        try {
            Class.forName("liquibase.changelog.DatabaseChangeLog", false, LiquibaseSource.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "is a changelog of Liquibase, which is not on the class path",
                    "add org.liquibase:liquibase-core (on the command line, name its jars or the folder that holds them with"
                            + " --liquibase-path), or expect what 'liquibase update-sql --url offline:"
                            + database.name() + "' writes",
                    e);
        }
    }
}
