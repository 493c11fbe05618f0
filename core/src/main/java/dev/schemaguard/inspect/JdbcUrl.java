package dev.schemaguard.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a JDBC URL without its secrets: the driver, hosts, ports and the database stay; user, password and all properties go.
 * Where it cannot tell a host from a part of a password it shows neither.
 */
final class JdbcUrl {

    private static final String HIDDEN = "***";

    private static final Pattern DRIVER =
            Pattern.compile("jdbc:[\\w+.-]+:(?:(?:thin|oci8?|kprb):)?", Pattern.CASE_INSENSITIVE);

    /** Where properties begin: {@code ?a=b}, {@code ;A=b}, {@code :a=b}, {@code /A=b} and the like. */
    private static final Pattern PROPERTIES = Pattern.compile("[?;#]|[:,&/]\\s*\\w[\\w.]*\\s*=");

    private static final Pattern HOST = Pattern.compile("(?:\\[[\\w.:%]*]|[\\w.%-]*)(?:\\\\[\\w$-]+)?(?::\\d+)?");

    /** Hosts, ports and services in a list of addresses, such as MySQL's {@code (host=a,port=1)} and Oracle's descriptions. */
    private static final Pattern LISTED = Pattern.compile(
            "[(,]\\s*(?:(host)|(port)|(?:service_name|sid))\\s*=\\s*([\\w.:-]+)\\s*(?=[),])", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATABASE =
            Pattern.compile(";\\s*database(?:Name)?\\s*=\\s*([\\w.$-]+)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    private JdbcUrl() {}

    /** The URL without user, password and properties. */
    static String withoutSecrets(String url) {
        Matcher driver = DRIVER.matcher(url);
        if (!driver.lookingAt()) {
            return HIDDEN;
        }
        String rest = url.substring(driver.end());
        return driver.group() + (rest.indexOf('(') >= 0 ? listed(rest) : plain(rest));
    }

    private static String plain(String rest) {
        Matcher properties = PROPERTIES.matcher(rest);
        int end = properties.find() ? properties.start() : rest.length();
        String address = rest.substring(0, end);
        int at = address.lastIndexOf('@');
        if (at < 0 && isTorn(rest.substring(end))) {
            return HIDDEN;
        }
        if (at >= 0) {
            address = (rest.startsWith("//") ? "//" : "@") + address.substring(at + 1);
        }
        return harmless(address) + database(rest.substring(end));
    }

    /** Whether what looks like properties is the rest of a password, with the host behind it. */
    private static boolean isTorn(String properties) {
        int at = properties.indexOf('@');
        return at >= 0 && properties.lastIndexOf('=', at) < 0;
    }

    private static String harmless(String address) {
        int start = address.indexOf("//");
        if (start < 0) {
            return address;
        }
        int end = address.indexOf('/', start + 2);
        String hosts = address.substring(start + 2, end < 0 ? address.length() : end);
        String list = hosts.startsWith("[") && hosts.indexOf(',') > 0
                ? hosts.substring(1).replace("]", "")
                : hosts;
        for (String host : list.split(",", -1)) {
            if (!HOST.matcher(host).matches()) {
                return address.substring(0, start + 2) + HIDDEN;
            }
        }
        return address;
    }

    private static String database(String properties) {
        Matcher database = DATABASE.matcher(properties);
        return database.find() ? ";databaseName=" + database.group(1) : "";
    }

    private static String listed(String rest) {
        StringBuilder shown = new StringBuilder();
        Matcher listed = LISTED.matcher(rest);
        while (listed.find()) {
            String separator = listed.group(1) != null ? "," : listed.group(2) != null ? ":" : "/";
            shown.append(shown.length() == 0 ? "//" : separator).append(listed.group(3));
        }
        return shown.length() == 0 ? HIDDEN : shown.toString();
    }
}
