package dev.schemaguard.jdbc.translate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import org.jspecify.annotations.NullUnmarked;

/**
 * A procedure call whose failures tell drift from a typo: a prepared statement of ours, and for what only calls have the
 * driver's object itself. A proxy, for calls are rare, and their hundred methods more beyond a prepared statement's only pass
 * on what they get. What a driver takes and gives may be null, as JDBC says.
 */
@NullUnmarked
final class TranslatingCall implements InvocationHandler {

    private final CallableStatement target;
    private final PreparedStatement prepared;

    private TranslatingCall(CallableStatement target, PreparedStatement prepared) {
        this.target = target;
        this.prepared = prepared;
    }

    static CallableStatement of(CallableStatement target, TranslatingConnection connection, String sql) {
        TranslatingCall call = new TranslatingCall(target, new TranslatingPreparedStatement(target, connection, sql));
        return (CallableStatement) Proxy.newProxyInstance(
                TranslatingCall.class.getClassLoader(), new Class<?>[] {CallableStatement.class}, call);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> passOn(method, arguments);
        };
    }

    private Object passOn(Method method, Object[] arguments) throws Throwable {
        boolean onlyOfCalls = method.getDeclaringClass() == CallableStatement.class;
        try {
            return method.invoke(onlyOfCalls ? target : prepared, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
