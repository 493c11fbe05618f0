package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One script that a server has run, held against what is read of it. */
final class ScriptTrial {

    private final ScriptServer server;
    private final List<String> statements;
    private final Schema read;

    private ScriptTrial(ScriptServer server, List<String> statements) {
        this.server = server;
        this.statements = statements;
        this.read = ScriptAgreement.load(text(statements));
    }

    /** A random script, which is run by making it. */
    static ScriptTrial random(ScriptServer server, long seed) throws SQLException {
        server.clear();
        return new ScriptTrial(server, RandomScript.run(server, seed));
    }

    /** Some statements; nothing where the server does not take them. */
    private static Optional<ScriptTrial> of(ScriptServer server, List<String> statements) throws SQLException {
        server.clear();
        try {
            server.run(text(statements));
            server.send("commit");
            server.send("discard all");
            return Optional.of(new ScriptTrial(server, statements));
        } catch (SQLException e) {
            server.send("rollback");
            return Optional.empty();
        }
    }

    List<String> statements() {
        return statements;
    }

    Schema read() {
        return read;
    }

    static String text(List<String> statements) {
        return String.join(";\n", statements) + ";\n";
    }

    /** What is said of the database that is not so, and what is lost of it in silence. */
    List<String> wrong() throws SQLException, InspectionException {
        Schema live = server.capture(schemas());
        List<String> wrong = new ArrayList<>(ScriptAgreement.differences(read, live));
        messages("not there", check().findings()).forEach(wrong::add);
        if (!live.isEmpty() && !(read.isEmpty() && read.gaps().isEmpty())) {
            // What a script says of a name with its schema holds for the name alone, too.
            Schema found = read.toBuilder().searchPath(List.of("public")).build();
            messages(
                            "not read",
                            SchemaGuard.expecting(ScriptServer.asItIs(live))
                                    .build()
                                    .check(ScriptServer.asItIs(found), Databases.assumed())
                                    .findings())
                    .forEach(wrong::add);
        }
        return wrong;
    }

    private DriftReport check() {
        return SchemaGuard.expecting(ScriptServer.asItIs(read)).build().check(server.connection());
    }

    private static Stream<String> messages(String what, List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        what + ": " + finding.severity() + " " + finding.drift().message());
    }

    private List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>(List.of("public"));
        for (LiveObjects.Live schema : LiveObjects.of(server.connection()).of("schema")) {
            if (!schema.name().equals("public")) {
                schemas.add(schema.name());
            }
        }
        return schemas;
    }

    /** What became of a change of the live database. */
    enum Outcome {
        FOUND,
        UNVERIFIED,
        MISSED,
        REFUSED
    }

    /** Changes the database, looks, and takes the change back. */
    Outcome after(LiveChange change) throws SQLException {
        server.send("begin");
        try {
            server.send(change.sql());
        } catch (SQLException e) {
            server.send("rollback");
            return Outcome.REFUSED;
        }
        boolean found = !check().findings().isEmpty();
        server.send("rollback");
        boolean open = change.table().isEmpty()
                ? !read.gaps().isEmpty()
                : ScriptAgreement.isOpen(read, ObjectName.of(change.table()));
        return found ? Outcome.FOUND : open ? Outcome.UNVERIFIED : Outcome.MISSED;
    }

    /** The same script without the statements that make no difference. */
    ScriptTrial smallest() throws SQLException, InspectionException {
        ScriptTrial smallest = this;
        for (int at = statements.size() - 1; at >= 0; at--) {
            List<String> fewer = new ArrayList<>(smallest.statements);
            fewer.remove(at);
            Optional<ScriptTrial> trial = of(server, fewer);
            if (trial.isPresent() && !trial.get().wrong().isEmpty()) {
                smallest = trial.get();
            }
        }
        return of(server, smallest.statements).orElse(smallest);
    }

    @Override
    public String toString() {
        return text(statements) + "-- " + read.gaps();
    }
}
