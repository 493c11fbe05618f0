package dev.schemaguard.ddl.script;

import dev.schemaguard.model.ObjectName;
import java.util.regex.Pattern;

/** Places in a statement that is put together at run time of which the text is not known. */
public final class Holes {

    /** Stands for text that is not known; it can be part of a name. */
    public static final char HOLE = '\uE000';

    private Holes() {}

    /** Whether a name is not wholly known. */
    public static boolean in(String name) {
        return name.indexOf(HOLE) >= 0;
    }

    /** Whether a name is not wholly known. */
    public static boolean in(ObjectName name) {
        return in(name.name()) || in(name.schema());
    }

    /** A text for people. */
    public static String shown(String text) {
        return text.replace(HOLE, '?');
    }

    /** Whether a name that may have holes can mean the given one. */
    public static boolean fits(String written, String name) {
        if (!in(written)) {
            return written.equals(name);
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : written.split(String.valueOf(HOLE), -1)) {
            pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(pattern.toString(), name);
    }
}
