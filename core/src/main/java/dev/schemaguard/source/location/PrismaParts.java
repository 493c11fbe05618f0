package dev.schemaguard.source.location;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.prisma.PrismaFolder;
import java.util.List;

/**
 * Expectations from a folder of Prisma's that holds migrations beside the schema: what the client needs and what was to be made of
 * it, two that must both hold. By itself it is the schema.
 *
 * @param schema what the schema expects
 * @param migrations what the migrations expect
 */
record PrismaParts(SchemaSource schema, SchemaSource migrations) implements SchemaSource {

    /** What a folder of Prisma's expects, whether migrations lie in it or not. */
    static SchemaSource of(PrismaFolder folder, MigrationSettings settings) {
        return folder.migrations()
                .<SchemaSource>map(migrations -> new PrismaParts(
                        folder.schema(),
                        MigrationScripts.folder(migrations.location(), migrations.folder())
                                .with(settings)
                                .read()))
                .orElseGet(folder::schema);
    }

    @Override
    public String name() {
        return schema.name();
    }

    @Override
    public Schema load(Database database) {
        return schema.load(database);
    }

    @Override
    public List<SchemaSource> parts() {
        return List.of(schema, migrations);
    }
}
