package dev.schemaguard.jdbc.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every wrapper does what the real object does: tried one by one, default methods and JDBC 4.3 included. */
class TranslatingWrappersTest {

    private static final Set<String> OUR_OWN =
            Set.of("unwrap", "isWrapperFor", "createStatement", "prepareStatement", "prepareCall", "getConnection");

    private final Driver driver = new Driver();
    private final SQLException translation = new SQLException("translated");
    private final TranslatingConnection connection =
            new TranslatingConnection(driver.play(Connection.class), (failure, sql) -> {
                failure.addSuppressed(translation);
                return failure;
            });

    static Stream<Class<?>> interfaces() {
        return Stream.of(Connection.class, Statement.class, PreparedStatement.class, CallableStatement.class);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void passOnEveryCallWithItsArgumentsAndItsResult(Class<?> type) throws Exception {
        Object wrapper = wrapper(type);
        for (Method method : methods(type)) {
            Object[] arguments = arguments(method);
            driver.forget();

            Object result = method.invoke(wrapper, arguments);

            assertThat(driver.called).as("%s", method).isEqualTo(method);
            assertThat(driver.arguments).as("%s", method).containsExactly(arguments);
            assertThat(result).as("%s", method).isEqualTo(driver.result);
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void leaveNoMethodToADefaultOfTheInterface(Class<?> type) throws Exception {
        Object wrapper = wrapper(type);
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                Method ours = wrapper.getClass().getMethod(method.getName(), method.getParameterTypes());
                assertThat(ours.getDeclaringClass().isInterface())
                        .as("%s", method)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void translateEveryFailureOfWhatRunsOrReadsSql(Class<?> type) throws Exception {
        Object wrapper = wrapper(type);
        driver.failure = new SQLException("the driver's own", "42703");
        for (Method method : type.getMethods()) {
            boolean runsSql = method.getName().matches("execute.*|prepare.*|commit|close|getMoreResults|rollback")
                    || (method.getName().matches("getMetaData|getParameterMetaData") && type != Connection.class);
            if (runsSql) {
                assertThatThrownBy(() -> method.invoke(wrapper, arguments(method)))
                        .as("%s", method)
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCause(driver.failure)
                        .cause()
                        .as("%s", method)
                        .hasSuppressedException(translation);
            }
        }
    }

    @Test
    void statementsKnowTheirGuardedConnection() throws SQLException {
        assertThat(connection.createStatement().getConnection()).isSameAs(connection);
        assertThat(connection.prepareStatement("select 1").getConnection()).isSameAs(connection);
        assertThat(connection.prepareCall("call a()").getConnection()).isSameAs(connection);
    }

    @Test
    void unwrapAnswersForTheRealObjectFirst() throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select 1");

        assertThat(connection.unwrap(Connection.class)).isSameAs(connection.target);
        assertThat(connection.unwrap(TranslatingConnection.class)).isSameAs(connection);
        assertThat(statement.unwrap(Statement.class)).isInstanceOf(Proxy.class);
        assertThat(statement.isWrapperFor(PreparedStatement.class)).isTrue();
        assertThat(connection.isWrapperFor(String.class))
                .as("the driver says so")
                .isTrue();
    }

    @Test
    void areEqualToThemselvesOnlyAndPrintAsTheRealObject() throws SQLException {
        Statement one = connection.createStatement();
        Statement other = connection.createStatement();
        CallableStatement call = connection.prepareCall("call a()");

        assertThat(one).isNotEqualTo(other).hasToString("the real Statement");
        assertThat(call).isNotEqualTo(connection.prepareCall("call a()")).hasToString("the real CallableStatement");
        assertThat(connection).hasToString("the real Connection");
        assertThat(new HashSet<>(List.of(one, other, call, connection)))
                .contains(one, call)
                .hasSize(4);
    }

    private Object wrapper(Class<?> type) {
        if (type == Connection.class) {
            return connection;
        }
        if (type == Statement.class) {
            return new TranslatingStatement<>(driver.play(Statement.class), connection, "");
        }
        return type == PreparedStatement.class
                ? new TranslatingPreparedStatement(driver.play(PreparedStatement.class), connection, "")
                : TranslatingCall.of(driver.play(CallableStatement.class), connection, "");
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !OUR_OWN.contains(method.getName()))
                .toList();
    }

    /** Another value for each position, so that a mix-up shows. */
    private static Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.range(0, types.length)
                .mapToObj(position -> sample(types[position], position + 1))
                .toArray();
    }

    private static Object sample(Class<?> type, int number) {
        if (type == String.class) {
            return "text " + number;
        }
        if (type == boolean.class) {
            return true;
        }
        if (!type.isPrimitive()) {
            return null;
        }
        Object holder = Array.newInstance(type, 1);
        Array.setByte(holder, 0, (byte) number);
        return Array.get(holder, 0);
    }

    /** A driver whose every object remembers the last call and answers, or fails, as told. */
    private static final class Driver implements InvocationHandler {

        private Method called;
        private Object[] arguments;
        private Object result;
        private SQLException failure;

        <T> T play(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
        }

        void forget() {
            called = null;
            arguments = null;
            result = null;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] given) throws SQLException {
            if (method.getName().equals("toString")) {
                return "the real " + proxy.getClass().getInterfaces()[0].getSimpleName();
            }
            if (failure != null) {
                throw failure;
            }
            called = method;
            arguments = given == null ? new Object[0] : given;
            result = answer(method.getReturnType());
            return result;
        }

        private Object answer(Class<?> type) {
            if (type == SQLWarning.class) {
                return new SQLWarning("a warning");
            }
            if (type.isInterface() && Statement.class.isAssignableFrom(type) || type == Connection.class) {
                return play(type);
            }
            return type == void.class ? null : sample(type, 7);
        }
    }
}
