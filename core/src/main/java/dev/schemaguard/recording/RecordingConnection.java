package dev.schemaguard.recording;

import dev.schemaguard.database.Database;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.NullUnmarked;

/** A connection whose statements are recorded. */
@NullUnmarked
final class RecordingConnection extends RecordingProxy<Connection> {

    private final StatementRecorder recorder;
    private final Database database;

    private RecordingConnection(Connection target, StatementRecorder recorder, Database database) {
        super(target);
        this.recorder = recorder;
        this.database = database;
    }

    static Connection of(Connection target, StatementRecorder recorder, Database database) {
        return new RecordingConnection(target, recorder, database).as(Connection.class);
    }

    /** Before it is sent, for what fails was sent, too. */
    void sent(String text) {
        recorder.sent(text, database);
    }

    @Override
    Object passOn(Object proxy, Method method, Object[] arguments) throws Exception {
        return switch (method.getName()) {
            case "createStatement" ->
                statement((Statement) method.invoke(target, arguments), proxy).as(Statement.class);
            case "prepareStatement" -> {
                sent((String) arguments[0]);
                yield statement((PreparedStatement) method.invoke(target, arguments), proxy)
                        .as(PreparedStatement.class);
            }
            case "prepareCall" -> {
                sent((String) arguments[0]);
                yield statement((CallableStatement) method.invoke(target, arguments), proxy)
                        .as(CallableStatement.class);
            }
            default -> method.invoke(target, arguments);
        };
    }

    private RecordingStatement statement(Statement statement, Object proxy) {
        return new RecordingStatement(statement, this, (Connection) proxy);
    }
}
