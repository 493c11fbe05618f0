package dev.schemaguard.hibernate.start;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of Hibernate that runs here: what an older one calls alike may mean something else. */
final class HibernateLine {

    /** The oldest line whose mappings are read in tests. */
    static final String OLDEST = "6.6";

    private static final Pattern LINE = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(?:\\..*)?");

    private HibernateLine() {}

    /** Whether a version is older than what we are made for. One that does not look like a version is not taken for old. */
    static boolean isTooOld(String version) {
        Matcher line = LINE.matcher(version);
        if (!line.matches()) {
            return false;
        }
        int major = Integer.parseInt(line.group(1));
        return major < 6 || major == 6 && Integer.parseInt(line.group(2)) < 6;
    }
}
