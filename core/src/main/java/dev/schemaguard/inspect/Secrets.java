package dev.schemaguard.inspect;

import java.util.regex.Pattern;

/** Takes passwords out of texts that others wrote, such as a driver's message that quotes the whole URL. */
public final class Secrets {

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|pwd|passphrase|sslpassword|secret|token|accesskey)\\s*[=:]\\s*)(?:'[^']*'|\"[^\"]*\"|[^&;,)\\s]+)");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@\\s:]*):[^/@\\s]*@");
    private static final Pattern ORACLE = Pattern.compile("(?i)(jdbc:oracle:\\w+:[^/@\\s]*)/[^@\\s]*@");

    private Secrets() {}

    /** The text with {@code ***} in place of every password that can be told from its surroundings. */
    public static String scrub(String text) {
        String scrubbed = NAMED.matcher(text).replaceAll("$1***");
        scrubbed = ORACLE.matcher(scrubbed).replaceAll("$1/***@");
        return IN_AUTHORITY.matcher(scrubbed).replaceAll("$1:***@");
    }

    /** A JDBC URL without user, password and properties. */
    public static String url(String url) {
        return JdbcUrl.withoutSecrets(url);
    }
}
