package dev.schemaguard.source.location;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.liquibase.LiquibaseSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.prisma.PrismaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.text.Secrets;
import java.util.Locale;

/** Where the location leads. What is there is told by its name, and by a look into it where names are shared. */
abstract class Place {

    static final String EXPECTED =
            "name a snapshot (.json), a DDL script (.sql), a schema of Prisma (.prisma), a Liquibase changelog (.xml, .yaml,"
                    + " .json, .sql), a folder of migrations, any of them with 'classpath:' before it, or a 'jdbc:' URL";

    private final String text;
    private final MigrationSettings settings;

    /**
     * A place.
     *
     * @param text as it was written
     * @param settings how migrations there are read
     */
    Place(String text, MigrationSettings settings) {
        this.text = text;
        this.settings = settings;
    }

    final String text() {
        return text;
    }

    final MigrationSettings settings() {
        return settings;
    }

    /** What it is called in reports: as it was written, if that leads to a place; what leads nowhere may be a secret. */
    final String shown() {
        return isPlace() ? text : Secrets.said(text);
    }

    /** Whether it leads to something, or to a folder that is there and lacks it. */
    boolean isPlace() {
        return exists();
    }

    abstract String name();

    abstract boolean exists();

    abstract String where();

    abstract boolean isFolder();

    abstract SourceText file();

    abstract MigrationScripts folder();

    abstract LiquibaseSource changelog();

    SchemaSource source() {
        if (isFolder()) {
            return folder().with(settings).read();
        }
        return switch (ending()) {
            case "json" -> new DetectedSource(file(), () -> liquibase(changelog()), () -> SnapshotSource.of(file()));
            case "sql" ->
                new DetectedSource(
                        file(), () -> liquibase(changelog()), () -> scripts().read());
            case "xml", "yaml", "yml" -> liquibase(changelog());
            case "prisma" -> PrismaSource.of(file());
            default ->
                throw new SchemaSourceException(
                        Origin.of(shown()),
                        exists()
                                ? "the file's name ends in neither .json nor .sql, nor in what Liquibase has"
                                : "there is no such folder" + where() + ", and the name ends in neither .json nor .sql",
                        EXPECTED);
        };
    }

    MigrationScripts scripts() {
        if (isFolder()) {
            return folder().with(settings);
        }
        if (!ending().equals("sql")) {
            throw new SchemaSourceException(
                    Origin.of(shown()),
                    "this is neither a folder nor a .sql file",
                    "name what a database can run: a folder of migrations or a DDL script (.sql); a Liquibase changelog"
                            + " is for Liquibase to run, then expect that database with 'jdbc:'");
        }
        return MigrationScripts.script(file()).with(settings);
    }

    SchemaSource liquibase(LiquibaseSource changelog) {
        return changelog
                .withParameters(settings.placeholders())
                .withContexts(settings.contexts())
                .withLabels(settings.labels());
    }

    private String ending() {
        String lower = name().toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('.') + 1);
    }
}
