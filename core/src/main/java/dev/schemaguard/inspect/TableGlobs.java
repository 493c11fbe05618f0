package dev.schemaguard.inspect;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.regex.Pattern;

/** The globs of tables that are none of our business. */
final class TableGlobs {

    private final List<Pattern> patterns;

    TableGlobs(List<String> globs) {
        this.patterns = globs.stream().map(TableGlobs::pattern).toList();
    }

    /** Whether one of the globs matches the table's name or {@code schema.table}. */
    boolean match(ObjectName name) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(name.name()).matches()
                    || name.isQualified() && pattern.matcher(name.toString()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
