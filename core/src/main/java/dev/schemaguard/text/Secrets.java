package dev.schemaguard.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes texts that others wrote, such as a driver's message or a location, fit to be shown.
 *
 * <p>Nobody can tell where a password ends: it may hold commas, blanks and {@code @}. So nothing of a text is shown from where
 * a secret may begin: an address with credentials or properties, a name like {@code password} with a value, a header. Of an
 * address the hosts and the database stay. Where one may have begun before anything tells, nothing of the text is shown.
 */
public final class Secrets {

    private static final String LEFT_OUT = "(the rest is not shown, as it may hold a password)";
    private static final String NOT_SHOWN = "(a text that is not shown, as it may hold a password)";

    /** Longer than any message that helps; nothing behind it is shown. */
    private static final int LONGEST = 2_000;

    private Secrets() {}

    /** What a failure says of itself, on one line, without what may be a secret; at least its class. */
    public static String said(Throwable failure) {
        String name = failure.getClass().getName();
        if (failure.getMessage() == null) {
            return name;
        }
        String shown = said(failure.getMessage());
        return shown.startsWith(NOT_SHOWN) ? name + " " + shown : shown;
    }

    /** The text on one line, without what may be a secret. */
    public static String said(String text) {
        String line =
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
        return Printable.line(Signs.withoutSecrets(line));
    }

    /** A URL, a JDBC URL above all, without user, password and properties. */
    public static String url(String url) {
        return Printable.line(JdbcUrl.withoutSecrets(url));
    }

    /** What a secret begins with. Not loaded where only a URL is shown, as at each start. */
    private static final class Signs {

        private static final Pattern URL = Pattern.compile("(?i)jdbc:|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://");

        /** A URL of hosts and a path, as it stands in a sentence, with nothing in which a secret could be. */
        private static final Pattern HARMLESS_URL = Pattern.compile("(?i)(?:jdbc:[a-z0-9+.-]+:|[a-z][a-z0-9+.-]*:)"
                + "//(?:[\\w.-]+|\\[[\\w:.]+])(?::\\d{1,5})?(?:,[\\w.-]+(?::\\d{1,5})?)*(?:/[\\w.$/-]*)?"
                + "(?=[\\s\"'`)\\]>]|[,;:](?:\\s|$)|$)");

        private static final String NAME =
                "(?:[\\w.-]{0,40}(?:pass[-_.]?(?:word|wd|phrase|code)|passwd|pwd|secret|token|credential"
                        + "|(?:access|api|private|shared|account|signing|encryption)[-_.]?key)[\\w-]{0,40}"
                        + "|(?<!\\w)(?:pass|pw|auth|authorization)(?!\\w))";

        /** A name of a secret with what comes before its value: in properties, JSON, XML, SQL. */
        private static final Pattern NAMED = Pattern.compile(
                "(?i)" + NAME + "(?:[^\\p{L}\\p{N}]{0,12}?(?:[=:>]|&#|&quot;|\\\\u00)|\\s+(?:is\\s+)?['\"{$])");

        /** What a header begins with, and the words of SQL that have a secret behind them. */
        private static final Pattern HEADER = Pattern.compile(
                "(?i)(?<!\\w)(?:(?:bearer|basic|digest|negotiate)\\s+[\\w+/=~.-]{4,}|identified\\s+by(?!\\w))");

        /** What only looks like one: what MySQL and MariaDB say, roles whose names are like addresses, and the words of this class. */
        private static final Pattern HARMLESS = Pattern.compile("(?i)\\(using password: (?:yes|no)\\)"
                + "|(?:user|role) \"[\\w.-]+@[\\w.-]+\"|" + Pattern.quote(LEFT_OUT) + "|" + Pattern.quote(NOT_SHOWN));

        /** The end of credentials, with a host behind it. */
        private static final Pattern AT_HOST = Pattern.compile("@[\\w\\[]");

        private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");
        private static final int MOST_LAYERS = 3;

        private Signs() {}

        static String withoutSecrets(String text) {
            if (text.length() > LONGEST) {
                boolean mayBegin =
                        AT_HOST.matcher(text).region(LONGEST, text.length()).find();
                return mayBegin ? NOT_SHOWN : withoutSecrets(text.substring(0, LONGEST)) + "…";
            }
            // Blanks in place of what is harmless, so that places in the one text are places in the other.
            String told = HARMLESS.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
            int start = start(told);
            Matcher at = AT_HOST.matcher(told);
            if (at.find() && at.start() < start || isHidden(told.substring(0, start))) {
                return NOT_SHOWN;
            }
            if (start == text.length()) {
                return text;
            }
            String rest = text.substring(start);
            String address = URL.matcher(rest).lookingAt() ? JdbcUrl.withoutSecrets(rest) + " " : "";
            return text.substring(0, start) + address + LEFT_OUT;
        }

        /** Where a secret may begin at the earliest; the text's length where nothing looks like one. */
        private static int start(String text) {
            int start = text.length();
            for (Pattern pattern : List.of(NAMED, HEADER)) {
                Matcher found = pattern.matcher(text);
                start = found.find() ? Math.min(start, found.start()) : start;
            }
            Matcher url = URL.matcher(text);
            Matcher harmless = HARMLESS_URL.matcher(text);
            int from = 0;
            while (url.find(from) && url.start() < start) {
                boolean whole = harmless.region(url.start(), text.length()).lookingAt();
                // A password may hold a blank; then the address goes on behind it.
                if (!whole
                        || AT_HOST.matcher(text)
                                .region(harmless.end(), text.length())
                                .find()) {
                    return url.start();
                }
                from = harmless.end();
            }
            return start;
        }

        /** Whether one shows once what is percent-encoded is read. */
        private static boolean isHidden(String text) {
            String decoded = text;
            for (int layer = 0; layer < MOST_LAYERS && ENCODED.matcher(decoded).find(); layer++) {
                decoded = ENCODED.matcher(decoded)
                        .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(
                                (char) Integer.parseInt(found.group().substring(1), 16))));
                if (start(decoded) < decoded.length()
                        || AT_HOST.matcher(decoded).find()) {
                    return true;
                }
            }
            return false;
        }
    }
}
