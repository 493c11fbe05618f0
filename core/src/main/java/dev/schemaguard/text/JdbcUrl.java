package dev.schemaguard.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a URL, a JDBC URL above all, without its secrets: the driver, hosts, ports and the database stay; user, password and
 * all properties go. Where it cannot tell a host from a part of a password it shows neither.
 */
final class JdbcUrl {

    private static final String HIDDEN = "***";

    private static final Pattern DRIVER = Pattern.compile(
            "jdbc:[\\w+.-]+:(?:(?:thin|oci8?|kprb):)?|[a-z][a-z0-9+.-]*:(?=//)", Pattern.CASE_INSENSITIVE);

    /** Where properties begin: {@code ?a=b}, {@code ;A=b}, {@code :a=b}, {@code /A=b} and the like. */
    private static final Pattern PROPERTIES = Pattern.compile("[?;#]|[:,&/]\\s*\\w[\\w.]*\\s*=");

    private static final Pattern HOST = Pattern.compile("(?:\\[[\\w.:%]*]|[\\w.%-]*)(?:\\\\[\\w$-]+)?(?::\\d+)?");

    /** What a path of a database is made of; behind it may stand what is none. */
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_.$~/\\\\:+-]*");

    private JdbcUrl() {}

    /** The URL without user, password and properties. */
    static String withoutSecrets(String url) {
        Matcher driver = DRIVER.matcher(url);
        if (!driver.lookingAt()) {
            return HIDDEN;
        }
        String rest = url.substring(driver.end());
        return driver.group() + (rest.indexOf('(') >= 0 ? listed(rest) : plain(driver.group(), rest));
    }

    private static String plain(String driver, String rest) {
        Matcher properties = PROPERTIES.matcher(rest);
        int end = properties.find() ? properties.start() : rest.length();
        String address = rest.substring(0, end);
        int at = address.lastIndexOf('@');
        if (isTorn(address, rest.substring(end))) {
            return HIDDEN;
        }
        if (at >= 0) {
            address = (rest.startsWith("//") ? "//" : "@") + address.substring(at + 1);
        }
        return harmless(driver, address) + database(rest.substring(end));
    }

    /** Whether what looks like properties may be the rest of a password, with the host behind it. */
    private static boolean isTorn(String address, String properties) {
        int at = properties.indexOf('@');
        boolean hasCredentials = address.indexOf(':') >= 0 || address.indexOf('@') >= 0;
        return at >= 0 && (hasCredentials || properties.lastIndexOf('=', at) < 0);
    }

    private static String harmless(String driver, String address) {
        int start = address.indexOf("//");
        if (start < 0) {
            boolean isShown = address.startsWith("@")
                    || !Rare.NAMES_ONLY.matcher(driver).matches()
                    || Rare.NAME.matcher(address).matches();
            return isShown ? path(address, 0) : HIDDEN;
        }
        int end = address.indexOf('/', start + 2);
        end = end < 0 ? address.length() : end;
        String hosts = address.substring(start + 2, end);
        String list = hosts.startsWith("[") && hosts.indexOf(',') > 0
                ? hosts.substring(1).replace("]", "")
                : hosts;
        for (String host : list.split(",", -1)) {
            if (!HOST.matcher(host).matches()) {
                return address.substring(0, start + 2) + HIDDEN;
            }
        }
        return address.substring(0, end) + path(address, end);
    }

    /** The rest of an address as far as it is a path. */
    private static String path(String address, int start) {
        int first = address.startsWith("@", start) ? start + 1 : start;
        Matcher path = PATH.matcher(address).region(first, address.length());
        int end = path.lookingAt() ? path.end() : first;
        return address.substring(start, end) + (end < address.length() ? HIDDEN : "");
    }

    private static String database(String properties) {
        if (!properties.startsWith(";")) {
            return "";
        }
        Matcher database = Rare.DATABASE.matcher(properties);
        return database.matches() ? ";databaseName=" + database.group(1) : "";
    }

    private static String listed(String rest) {
        if (!Rare.BEFORE_LIST.matcher(rest.substring(0, rest.indexOf('('))).matches()) {
            return HIDDEN;
        }
        StringBuilder shown = new StringBuilder();
        Matcher listed = Rare.LISTED.matcher(rest);
        while (listed.find()) {
            String separator = listed.group(1) != null ? "," : listed.group(2) != null ? ":" : "/";
            shown.append(shown.length() == 0 ? "//" : separator).append(listed.group(3));
        }
        return shown.length() == 0 ? HIDDEN : shown.toString();
    }

    /** What the address of a PostgreSQL server has no use for, so that a start compiles none of it. */
    private static final class Rare {

        /** Drivers that take a name or credentials where others take an address. */
        private static final Pattern NAMES_ONLY = Pattern.compile(
                "jdbc:(?:postgresql|mysql|mariadb|sqlserver):|jdbc:oracle:.*", Pattern.CASE_INSENSITIVE);

        private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.$-]*");

        /** Hosts, ports and services in a list of addresses, such as MySQL's {@code (host=a,port=1)} and Oracle's descriptions. */
        private static final Pattern LISTED = Pattern.compile(
                "[(,]\\s*(?:(host)|(port)|(?:service_name|sid))\\s*=\\s*([\\w.:-]+)\\s*(?=[),])",
                Pattern.CASE_INSENSITIVE);

        /** What may stand before such a list: nothing, or credentials to their end. */
        private static final Pattern BEFORE_LIST =
                Pattern.compile("(?://)?(?:[^(]*@)?(?:address\\s*=\\s*)?", Pattern.CASE_INSENSITIVE);

        private static final Pattern DATABASE = Pattern.compile(
                "[^{]*;\\s*database(?:Name)?\\s*=\\s*([\\w.$-]+)\\s*(?:;.*|$)", Pattern.CASE_INSENSITIVE);

        private Rare() {}
    }
}
