package dev.schemaguard.jdbc.verb;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.text.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Reads what is to be written down as a snapshot. What stands in the way is a {@link VerbException}.
 *
 * @param scope what of a live database is read, and how long reading may take
 */
public record SnapshotTaking(InspectionScope scope) {

    /** As much of a line as anybody reads. */
    private static final int LONGEST = 1_000;

    private static final String REMEDY = "); check the URL, the user and the password";

    public SnapshotTaking {
        Objects.requireNonNull(scope, "scope");
    }

    /** What a source expects, without a database. */
    public TakenSnapshot read(SchemaSource source, Database kind) {
        return taken(() -> ReadingDeadline.within(scope.timeout(), () -> TakenSnapshot.of(source, kind)));
    }

    /** What migrations make of an empty database, which tells its kind itself. They stay there. */
    public TakenSnapshot replayed(String location, MigrationSettings settings, DataSource scratch) {
        Database kind;
        try (Connection connection = scratch.getConnection()) {
            kind = Databases.behind(connection);
        } catch (SQLException e) {
            throw new VerbException("no connection to the scratch database (" + Secrets.said(e) + REMEDY);
        }
        return taken(() -> ReadingDeadline.within(
                scope.timeout(), () -> TakenSnapshot.of(SchemaSources.replay(location, settings, scratch), kind)));
    }

    /** What a live database has. */
    public TakenSnapshot captured(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return TakenSnapshot.of(connection, scope);
        } catch (InspectionException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new VerbException("no connection to the database (" + Secrets.said(e) + REMEDY);
        }
    }

    private static TakenSnapshot taken(Supplier<TakenSnapshot> reading) {
        try {
            return reading.get();
        } catch (SchemaSourceException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        }
    }

    /** What a snapshot of this does not hold, a line each: what only running could tell, and columns that are not known. */
    public static List<String> leftOut(Schema schema) {
        List<String> lines = new ArrayList<>();
        for (Gap gap : schema.gaps()) {
            lines.add("not read: " + Excerpt.of(gap.origin().toString(), LONGEST) + ": "
                    + Excerpt.of(gap.reason(), LONGEST));
        }
        for (Table table : schema.tables()) {
            if (!table.notKnown().isEmpty()) {
                lines.add("not known: the columns of " + Excerpt.of(table.name().toString(), LONGEST) + ", "
                        + Excerpt.of(table.origin().toString(), LONGEST));
            }
        }
        return lines;
    }
}
