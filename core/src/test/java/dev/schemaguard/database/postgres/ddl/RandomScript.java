package dev.schemaguard.database.postgres.ddl;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes a script of statements that the server accepts one after the other, as psql sends them, by running it. */
final class RandomScript {

    private final ScriptServer server;
    private final Draw draw;
    private final List<Supplier<String>> statements;
    private final List<String> script = new ArrayList<>();
    private final List<String> savepoints = new ArrayList<>();
    private boolean inTransaction;

    /**
     * A script that is about to be made.
     *
     * @param programs whether it holds functions and blocks
     */
    private RandomScript(ScriptServer server, long seed, boolean programs) {
        this.server = server;
        this.draw = new Draw(seed);
        RandomTables tables = new RandomTables(draw);
        RandomIndexes indexes = new RandomIndexes(draw);
        RandomObjects objects = new RandomObjects(draw);
        List<Supplier<String>> plain = Stream.of(tables.statements(), indexes.statements(), objects.statements())
                .flatMap(List::stream)
                .toList();
        RandomPrograms running = new RandomPrograms(draw, () -> draw.of(plain).get());
        this.statements = programs
                ? Stream.concat(plain.stream(), running.statements().stream()).toList()
                : plain;
    }

    /** Runs a random script on a server that was cleared, and gives the statements that it accepted. */
    static List<String> run(ScriptServer server, long seed) throws SQLException {
        RandomScript script = new RandomScript(server, seed, seed % 2 == 0);
        // Some of a few statements, for in a long script with a program much is left open.
        int length = 4 + script.draw.number(seed % 3 == 0 ? 12 : 45);
        for (int i = 0; i < length; i++) {
            script.draw.look(LiveObjects.of(server.connection()));
            script.step();
        }
        script.end();
        return script.script;
    }

    private void step() throws SQLException {
        if (draw.chance(8) && aboutTransaction()) {
            return;
        }
        for (int tries = 0; tries < 12; tries++) {
            try {
                if (isTaken(draw.of(statements).get())) {
                    return;
                }
            } catch (Draw.Nothing e) {
                // Another form may find something to be about.
            }
        }
    }

    /** Within a transaction a statement that fails would fail the rest. */
    private boolean isTaken(String statement) throws SQLException {
        if (inTransaction) {
            server.send("savepoint tried");
        }
        try {
            server.send(statement);
        } catch (SQLException e) {
            if (inTransaction) {
                server.send("rollback to savepoint tried");
                server.send("release savepoint tried");
            }
            return false;
        }
        if (inTransaction) {
            server.send("release savepoint tried");
        }
        script.add(statement);
        return true;
    }

    private boolean aboutTransaction() throws SQLException {
        if (!inTransaction) {
            inTransaction = true;
            return sent(draw.of("begin", "start transaction", "begin work"));
        }
        switch (draw.number(6)) {
            case 0, 1 -> {
                savepoints.add("p" + draw.number(3));
                return sent("savepoint " + savepoints.get(savepoints.size() - 1));
            }
            case 2, 3 -> {
                if (savepoints.isEmpty()) {
                    return false;
                }
                String name = draw.of(savepoints);
                boolean back = draw.chance(70);
                int at = savepoints.lastIndexOf(name);
                savepoints.subList(back ? at + 1 : at, savepoints.size()).clear();
                return sent((back
                                ? draw.of("rollback to ", "rollback to savepoint ", "rollback transaction to ")
                                : draw.of("release ", "release savepoint "))
                        + name);
            }
            default -> {
                return endTransaction();
            }
        }
    }

    private boolean endTransaction() throws SQLException {
        String end = draw.of("commit", "commit", "rollback", "end", "abort", "commit and chain", "rollback and chain");
        savepoints.clear();
        try {
            server.send(end);
        } catch (SQLException e) {
            // A deferred rule: what was done is taken back, as it is where a script goes on behind the error.
            inTransaction = false;
            script.add("rollback");
            return true;
        }
        inTransaction = end.endsWith("chain");
        script.add(end);
        return true;
    }

    private boolean sent(String statement) throws SQLException {
        server.send(statement);
        script.add(statement);
        return true;
    }

    private void end() throws SQLException {
        while (inTransaction) {
            endTransaction();
        }
        server.send("discard all");
    }
}
