package dev.schemaguard.recording;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.NullUnmarked;

/** A statement of any kind, which records the texts that it is given to send. Its values are not looked at. */
@NullUnmarked
final class RecordingStatement extends RecordingProxy<Statement> {

    private final RecordingConnection recording;
    private final Connection connection;

    RecordingStatement(Statement target, RecordingConnection recording, Connection connection) {
        super(target);
        this.recording = recording;
        this.connection = connection;
    }

    @Override
    Object passOn(Object proxy, Method method, Object[] arguments) throws Exception {
        String name = method.getName();
        if (arguments != null && arguments.length > 0) {
            if (arguments[0] instanceof String text && (name.startsWith("execute") || name.equals("addBatch"))) {
                recording.sent(text);
            }
        }
        Object result = method.invoke(target, arguments);
        // A closed statement has no connection, and says so.
        return result != null && name.equals("getConnection") ? connection : result;
    }
}
