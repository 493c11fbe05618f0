package dev.schemaguard.ddl.script;

import java.util.regex.Pattern;

/** The command {@code \copy} of psql. */
public final class CopyCommand {

    private static final Pattern FROM_SCRIPT = Pattern.compile("(?i).*\\bfrom\\s+p?stdin\\b.*");

    private CopyCommand() {}

    /** Whether the rows follow in the script itself. */
    public static boolean readsScript(String command) {
        return FROM_SCRIPT.matcher(command).matches();
    }
}
