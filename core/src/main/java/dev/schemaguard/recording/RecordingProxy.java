package dev.schemaguard.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Wrapper;
import org.jspecify.annotations.NullUnmarked;

/**
 * The dull half of an object of JDBC around another one. A proxy, for JDBC has three hundred methods here of which a dozen matter, and
 * newer versions of it have more. What a driver takes and gives may be null, as JDBC says.
 *
 * @param <T> what it stands in for
 */
@NullUnmarked
abstract class RecordingProxy<T extends Wrapper> implements InvocationHandler {

    final T target;

    RecordingProxy(T target) {
        this.target = target;
    }

    final <P> P as(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(RecordingProxy.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "unwrap" -> unwrap(proxy, (Class<?>) arguments[0]);
                case "isWrapperFor" -> isWrapperFor(proxy, (Class<?>) arguments[0]);
                default -> passOn(proxy, method, arguments);
            };
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Does what there is to do and passes it on. */
    abstract Object passOn(Object proxy, Method method, Object[] arguments) throws Exception;

    /** Answers for the real object first: whoever unwraps wants the driver's, not another wrapper. */
    private Object unwrap(Object proxy, Class<?> type) throws Exception {
        if (type.isInstance(target)) {
            return target;
        }
        return type.isInstance(proxy) ? proxy : target.unwrap(type);
    }

    private boolean isWrapperFor(Object proxy, Class<?> type) throws Exception {
        return type.isInstance(target) || type.isInstance(proxy) || target.isWrapperFor(type);
    }
}
