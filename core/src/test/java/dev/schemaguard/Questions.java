package dev.schemaguard;

import java.lang.reflect.Proxy;
import java.sql.Connection;
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
                    } else if (method.getName().equals("createArrayOf")) {
                        for (Object name : (Object[]) arguments[1]) {
                            named.add(String.valueOf(name));
                        }
                    }
                    return method.invoke(real, arguments);
                });
    }
}
