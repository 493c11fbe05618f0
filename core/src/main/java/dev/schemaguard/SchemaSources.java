package dev.schemaguard;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.source.live.LiveSource;
import dev.schemaguard.source.live.ReplaySource;
import dev.schemaguard.source.location.Location;
import dev.schemaguard.source.location.PrefetchedSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.source.statements.StatementFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** The places where a release's expectation may come from. Nothing is read before it is needed, but by {@link #ahead}. */
public final class SchemaSources {

    private SchemaSources() {}

    /**
     * The source at a location, whose kind is recognised by looking at it:
     *
     * <ul>
     *   <li>{@code jdbc:...}: a live database, captured; its driver has to be on the class path
     *   <li>a name that ends in {@code .json}: a snapshot
     *   <li>a name that ends in {@code .sql}: a DDL script
     *   <li>a name that ends in {@code .xml}, {@code .yaml} or {@code .yml}, or one of the two above with Liquibase's words at
     *       its beginning: a changelog of Liquibase, which has to be on the class path
     *   <li>a name that ends in {@code .prisma}: a schema of Prisma
     *   <li>a folder with such files in it or in its folder {@code schema}: a schema of Prisma and, where it holds the folder
     *       {@code migrations}, these too, as two expectations of which a finding says which it is
     *   <li>any other folder: migrations, or a changelog called {@code db.changelog-master} or the like
     *   <li>{@code flyway.conf} or {@code flyway.toml}: the folders of migrations that it names
     * </ul>
     *
     * <p>{@code classpath:} before a name looks for it on the class path, and {@code file:} or {@code filesystem:} changes
     * nothing. A relative path is relative to the working directory.
     *
     * @throws SchemaSourceException if the location is none of these
     */
    public static SchemaSource of(String location) {
        return of(location, MigrationSettings.DEFAULT);
    }

    /**
     * The source at a location, as {@link #of(String)}.
     *
     * @param settings what the migration tool is configured to do, where it is migrations or a script
     * @throws SchemaSourceException if the location is none of the known kinds
     */
    public static SchemaSource of(String location, MigrationSettings settings) {
        return Location.of(location, settings).source();
    }

    /** A contract written by hand with {@link Schema#builder()}. Its names and types are read as in SQL. */
    public static SchemaSource of(Schema contract) {
        return SchemaSource.of(contract);
    }

    /** A live database, captured anew each time it is loaded. */
    public static SchemaSource database(DataSource dataSource) {
        return database("live database", dataSource);
    }

    /**
     * A live database, captured anew each time it is loaded.
     *
     * @param name what it is called in reports, without secrets
     */
    public static SchemaSource database(String name, DataSource dataSource) {
        return database(name, dataSource, InspectionScope.EVERYTHING);
    }

    /**
     * A part of a live database, captured anew each time it is loaded.
     *
     * @param name what it is called in reports, without secrets
     * @param scope which schemas and tables are captured
     */
    public static SchemaSource database(String name, DataSource dataSource, InspectionScope scope) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new LiveSource(name, dataSource::getConnection, scope);
    }

    /**
     * An expectation that a thread of its own begins to read at once, while the application makes its pool and connects;
     * whoever loads it waits for the rest. It is read once, even where the source by itself is read each time. What goes
     * wrong is told to whoever loads it, who then reads it once more.
     *
     * @param source what reads the expectation
     * @param database what kind of database it is likely to be; for another kind the expectation is read anew
     */
    public static SchemaSource ahead(SchemaSource source, Database database) {
        return PrefetchedSource.begin(
                Objects.requireNonNull(source, "source"), Objects.requireNonNull(database, "dialect"));
    }

    /** A JSON snapshot, whatever its file is called. */
    public static SchemaSource snapshot(Path file) {
        return SnapshotSource.of(SourceText.file(file.toString(), file));
    }

    /**
     * Scripts that a scratch database runs and that is then captured: exact for all that cannot be read without a database.
     * The scripts are a folder of migrations, in the order of its tool, or one DDL script; {@code classpath:} before a name
     * looks for it on the class path.
     *
     * <p>They run once, when the source is first loaded, each file in one transaction where possible, and what they made stays
     * there.
     *
     * @param location the folder or script
     * @param scratch a database that holds nothing; one with any table in it is refused
     * @throws SchemaSourceException if the location is neither
     */
    public static SchemaSource replay(String location, DataSource scratch) {
        return replay(location, MigrationSettings.DEFAULT, scratch);
    }

    /**
     * Scripts that a scratch database runs and that is then captured, as {@link #replay(String, DataSource)}.
     *
     * @param location the folder or script
     * @param settings what the migration tool is configured to do
     * @param scratch a database that holds nothing; one with any table in it is refused
     * @throws SchemaSourceException if the location is neither
     */
    public static SchemaSource replay(String location, MigrationSettings settings, DataSource scratch) {
        return replay(Location.of(location, settings).scripts(), scratch);
    }

    /**
     * Scripts that a scratch database runs and that is then captured, as {@link #replay(String, DataSource)}.
     *
     * @param folderOrScript the folder of migrations, or the script
     * @param scratch a database that holds nothing; one with any table in it is refused
     */
    public static SchemaSource replay(Path folderOrScript, DataSource scratch) {
        return replay(folderOrScript.toString(), scratch);
    }

    /**
     * Scripts that a scratch database runs and that is then captured, as {@link #replay(String, DataSource)}.
     *
     * @param scripts the scripts, with the settings of their tool
     * @param scratch a database that holds nothing; one with any table in it is refused
     */
    public static SchemaSource replay(MigrationScripts scripts, DataSource scratch) {
        Objects.requireNonNull(scratch, "scratch");
        return new ReplaySource(scripts, scratch);
    }

    /**
     * The statements that a release sends, from a file: one in which tests recorded them ({@code statements.sql}), a plain
     * script, or a mapper of MyBatis ({@code .xml}). {@code classpath:} before a name looks for it on the class path.
     *
     * @throws SchemaSourceException if the location is no path
     */
    public static StatementSource statements(String location) {
        return statements(List.of(location)).get(0);
    }

    /**
     * The same of several files. Mappers of MyBatis are read together and are one source, for they include each other's fragments.
     *
     * @throws SchemaSourceException if a location is no path
     */
    public static List<StatementSource> statements(List<String> locations) {
        return StatementFile.at(locations);
    }
}
