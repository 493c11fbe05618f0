package dev.schemaguard.source.prisma;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Expectation from a schema of Prisma, such as {@code prisma/schema.prisma}: the tables, columns, keys and enums that its client
 * relies on. What {@code @ignore} and {@code @@ignore} hide from the client is not expected.
 *
 * <p>What stands there and is not understood is listed in {@link Schema#gaps()}. The rules are those of Prisma's reference, read for
 * PostgreSQL, MySQL, MariaDB and SQLite.
 */
public final class PrismaSource implements SchemaSource {

    private final String name;
    private final Supplier<List<SourceText>> files;

    private PrismaSource(String name, Supplier<List<SourceText>> files) {
        this.name = name;
        this.files = files;
    }

    /** The expectation of a schema that is one file. */
    public static PrismaSource of(SourceText file) {
        return new PrismaSource(file.location(), () -> List.of(file));
    }

    /** The expectation of a schema whose files lie in a folder. */
    static PrismaSource of(PrismaFolder folder) {
        return new PrismaSource(folder.location(), folder::files);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema load(Database database) {
        PrismaSchema schema = PrismaSchema.of(name, OneSchema.in(files.get()));
        if (!schema.provider().isFor(database.name())) {
            throw new SchemaSourceException(
                    schema.datasourceOrigin(),
                    "is a schema for " + schema.provider().databases() + ", but the database is '" + database.name()
                            + "'",
                    "connect to one of that kind, or name the schema that is for this one");
        }
        return new ModelTables(schema, database.dialect()).read();
    }

    @Override
    public String unread(int count) {
        return count + (count == 1 ? " place that is" : " places that are")
                + " not understood; expect a snapshot of a database"
                + " that 'prisma db push' made of it (schema-guard snapshot --url JDBC-URL --out schema.json)";
    }

    @Override
    public String toString() {
        return "PrismaSource[" + name + "]";
    }
}
