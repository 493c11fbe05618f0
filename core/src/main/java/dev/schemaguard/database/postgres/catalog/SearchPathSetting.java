package dev.schemaguard.database.postgres.catalog;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Reads PostgreSQL's setting {@code search_path} as the server does. */
final class SearchPathSetting {

    private SearchPathSetting() {}

    /** The schemas that the setting names, in order; {@code "$user"} is the one that is called like the role. */
    static Set<String> schemas(String setting, String role) {
        Set<String> schemas = new LinkedHashSet<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i <= setting.length(); i++) {
            char c = i < setting.length() ? setting.charAt(i) : ',';
            if (c == '"') {
                if (quoted && i + 1 < setting.length() && setting.charAt(i + 1) == '"') {
                    name.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                    wasQuoted = true;
                }
            } else if (c == ',' && (!quoted || i == setting.length())) {
                add(name.toString(), wasQuoted, role, schemas);
                name.setLength(0);
                wasQuoted = false;
            } else if (quoted || !Character.isWhitespace(c)) {
                name.append(c);
            }
        }
        return schemas;
    }

    private static void add(String written, boolean quoted, String role, Set<String> schemas) {
        String name = quoted ? written : written.toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            schemas.add(name.equals("$user") ? role : name);
        }
    }
}
