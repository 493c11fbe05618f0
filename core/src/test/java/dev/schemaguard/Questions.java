package dev.schemaguard;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Notes what is asked on a connection. */
final class Questions {

    private final List<String> asked = new ArrayList<>();
    private final List<String> named = new ArrayList<>();

    List<String> asked() {
        return asked;
    }

    /** The names that the last question was about. */
    List<String> named() {
        return named;
    }

    Connection countedOn(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                        named.clear();
                        return noted((PreparedStatement) method.invoke(real, arguments));
                    }
                    return method.invoke(real, arguments);
                });
    }

    /** Arrays of names are bound as one text: {@code {"posts","users"}}. */
    private PreparedStatement noted(PreparedStatement real) {
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setString") && ((String) arguments[1]).startsWith("{\"")) {
                        String names = (String) arguments[1];
                        named.addAll(
                                List.of(names.substring(2, names.length() - 2).split("\",\"", -1)));
                    }
                    return method.invoke(real, arguments);
                });
    }
}
