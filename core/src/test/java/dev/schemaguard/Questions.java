package dev.schemaguard;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Notes what is asked on a connection. */
final class Questions {

    private final List<String> asked = new ArrayList<>();

    List<String> asked() {
        return asked;
    }

    Connection countedOn(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                    }
                    return method.invoke(real, arguments);
                });
    }
}
