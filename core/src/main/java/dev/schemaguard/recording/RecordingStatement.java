package dev.schemaguard.recording;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.SQLType;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** A statement of any kind that is recorded, with the methods by which its values are set and without the values. */
@NullUnmarked
final class RecordingStatement extends RecordingProxy<Statement> {

    private final RecordingConnection recording;
    private final Connection connection;
    private final Optional<SeenStatement> seen;

    RecordingStatement(
            Statement target, RecordingConnection recording, Connection connection, Optional<SeenStatement> seen) {
        super(target);
        this.recording = recording;
        this.connection = connection;
        this.seen = seen;
    }

    @Override
    Object passOn(Object proxy, Method method, Object[] arguments) throws Exception {
        String name = method.getName();
        if (arguments != null && arguments.length > 0) {
            if (arguments[0] instanceof String text && (name.startsWith("execute") || name.equals("addBatch"))) {
                recording.sent(text);
            } else if (seen.isPresent() && arguments.length > 1 && name.startsWith("set")) {
                set(name, arguments);
            }
        }
        Object result = method.invoke(target, arguments);
        // A closed statement has no connection, and says so.
        return result != null && name.equals("getConnection") ? connection : result;
    }

    private void set(String name, Object[] arguments) {
        if (arguments[0] instanceof Integer mark) {
            seen.get().set(mark, type(name, arguments));
        }
    }

    private static String type(String name, Object[] arguments) {
        return switch (name) {
            case "setNull" -> typed(arguments[1], "Null");
            case "setObject" ->
                arguments.length > 2
                        ? typed(arguments[2], "Object")
                        : arguments[1] == null
                                ? "Null"
                                : arguments[1].getClass().getSimpleName();
            default -> name.substring("set".length());
        };
    }

    private static String typed(Object type, String otherwise) {
        if (type instanceof SQLType named) {
            return named.getName();
        }
        if (type instanceof Integer code) {
            for (JDBCType known : JDBCType.values()) {
                if (known.getVendorTypeNumber().equals(code)) {
                    return known.getName();
                }
            }
        }
        return otherwise;
    }
}
