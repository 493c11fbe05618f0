package dev.schemaguard.source.live;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationScript;
import dev.schemaguard.source.migrations.MigrationScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expectation from scripts that a scratch database runs, and that is then captured. It runs once, when first loaded; what the
 * scripts made stays there, to be looked at.
 */
public final class ReplaySource implements SchemaSource {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaySource.class);

    /** For one look at what is there. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int MOST_NAMES = 10;

    private final MigrationScripts scripts;
    private final DataSource scratch;
    private final Map<String, Schema> loaded = new HashMap<>();
    private final Map<String, List<TableDigests>> digests = new HashMap<>();

    /** Why the scripts did not run to their end, for the database is no longer empty. */
    private @Nullable SchemaSourceException broken;

    public ReplaySource(MigrationScripts scripts, DataSource scratch) {
        this.scripts = scripts;
        this.scratch = scratch;
    }

    @Override
    public String name() {
        return scripts.name();
    }

    @Override
    public synchronized Schema load(Database database) {
        if (broken != null) {
            throw broken;
        }
        Schema before = loaded.get(database.name());
        if (before != null) {
            return before;
        }
        Schema replayed = replay(database);
        loaded.put(database.name(), replayed);
        return replayed;
    }

    /** What the scratch database makes of what the scripts made of it. */
    @Override
    public synchronized List<TableDigests> digests(Database database) {
        load(database);
        return digests.getOrDefault(database.name(), List.of());
    }

    private Schema replay(Database database) {
        try (Connection connection = connect()) {
            return replay(connection, database);
        } catch (InspectionException e) {
            throw unusable(e);
        } catch (SQLException e) {
            throw unusable(LiveCapture.unreachable(e));
        }
    }

    private Schema replay(Connection connection, Database database) throws InspectionException, SQLException {
        NetworkDeadline deadline = NetworkDeadline.set(connection, ScriptRun.TIMEOUT);
        try {
            requireSame(database, Databases.behind(connection));
            requireEmpty(connection, database);
            MigrationScripts prepared = scripts.withPlaceholders(known(connection))
                    .withPlaceholders(scripts.settings().placeholders());
            List<MigrationScript> ordered = prepared.ordered(database);
            requireScripts(ordered);
            // Each statement has a time-out of its own there, and many migrations take longer than any check.
            ReadingDeadline.lifted(() -> ran(connection, database, ordered));
            String current = Optional.ofNullable(connection.getSchema()).orElse("");
            Schema captured = capture(connection, database, current);
            return ReadingDeadline.lifted(() -> read(prepared, database))
                    .map(stated -> new Origins(stated, current).addTo(captured))
                    .orElse(captured);
        } finally {
            deadline.restore();
        }
    }

    /** Runs the scripts and gives how many. */
    private int ran(Connection connection, Database database, List<MigrationScript> ordered) {
        try {
            run(connection, database, ordered);
            return ordered.size();
        } catch (SQLException e) {
            throw unusable(LiveCapture.unreachable(e));
        }
    }

    private void run(Connection connection, Database database, List<MigrationScript> ordered) throws SQLException {
        ScriptRun run = new ScriptRun(connection, database);
        try {
            for (MigrationScript script : ordered) {
                run.run(script);
            }
            run.end();
        } catch (SQLException e) {
            broken = unusable(LiveCapture.unreachable(e));
            throw broken;
        } catch (SchemaSourceException e) {
            broken = e;
            run.end();
            throw e;
        }
    }

    /** Captures every schema that holds anything now, for all of it is the scripts' own, but leaves the search path as it is. */
    private Schema capture(Connection connection, Database database, String current)
            throws InspectionException, SQLException {
        List<String> others = database.catalog().made(connection, TIMEOUT).stream()
                .map(ObjectName::schema)
                .filter(schema -> !schema.isEmpty() && !schema.equals(current))
                .distinct()
                .toList();
        boolean alone = current.isEmpty() || others.isEmpty();
        InspectionScope scope = alone
                ? InspectionScope.EVERYTHING
                : InspectionScope.EVERYTHING.in(
                        Stream.concat(Stream.of(current), others.stream()).toList());
        Schema captured = LiveCapture.of(connection, database, scope);
        digests.put(
                database.name(),
                LiveCapture.digests(connection, database, scope, captured).stream()
                        .toList());
        return alone ? captured : captured.toBuilder().searchPath(List.of()).build();
    }

    /** What the scripts say of themselves; a replay does not need it. */
    private static Optional<Schema> read(MigrationScripts scripts, Database database) {
        try {
            return Optional.of(scripts.read().load(database));
        } catch (SchemaSourceException e) {
            LOG.debug("no origins for what was replayed", e);
            return Optional.empty();
        }
    }

    private void requireScripts(List<MigrationScript> ordered) {
        if (ordered.isEmpty()) {
            throw new SchemaSourceException(
                    Origin.of(name()), "holds no migrations", "name a folder with scripts such as 'V1__name.sql'");
        }
        for (MigrationScript script : ordered) {
            if (script.isProgram()) {
                throw new SchemaSourceException(
                        Origin.of(script.location()),
                        "the migration is a program, which a replay cannot run",
                        "migrate a scratch database with your own tool and expect that: SchemaSources.database(...)");
            }
        }
    }

    /** A database with tables may be somebody's; that nothing else is named like it is no proof. */
    private void requireEmpty(Connection connection, Database database) throws SQLException {
        List<ObjectName> found = database.catalog().made(connection, TIMEOUT);
        if (!found.isEmpty()) {
            String names = found.stream()
                    .limit(MOST_NAMES)
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", "));
            int more = found.size() - MOST_NAMES;
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the scratch database is not empty, it holds " + names + (more > 0 ? " and " + more + " more" : ""),
                    "replay into a database that was created for it and holds nothing");
        }
    }

    private Connection connect() throws InspectionException {
        return LiveCapture.open(scratch::getConnection);
    }

    private void requireSame(Database wanted, Database found) {
        if (!wanted.name().equals(found.name())) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the scratch database is a '" + found.name() + "' database, but the one to be checked is '"
                            + wanted.name() + "'",
                    "replay into a database of the same kind");
        }
    }

    private SchemaSourceException unusable(InspectionException failure) {
        return new SchemaSourceException(
                Origin.of(name()),
                "the scratch database cannot be used: " + failure.getMessage(),
                "a replay needs an empty database that its role may create tables in",
                failure);
    }

    /** What Flyway would replace by itself. */
    private static Map<String, String> known(Connection connection) throws SQLException {
        Map<String, String> values = new HashMap<>();
        Optional.ofNullable(connection.getSchema()).ifPresent(name -> values.put("flyway:defaultSchema", name));
        Optional.ofNullable(connection.getCatalog()).ifPresent(name -> values.put("flyway:database", name));
        Optional.ofNullable(connection.getMetaData().getUserName()).ifPresent(name -> values.put("flyway:user", name));
        return values;
    }

    @Override
    public String toString() {
        return "ReplaySource[" + name() + "]";
    }
}
