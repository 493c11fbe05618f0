package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the commands to psql that scripts hold. */
final class MetaCommands {

    private static final Set<String> READ_MORE = Set.of("i", "ir", "include", "include_relative", "gexec");
    private static final Set<String> BRANCH = Set.of("if", "elif", "else");

    private MetaCommands() {}

    static List<Change> read(Token command, Origin origin) {
        String text = command.text().substring(1);
        String name = text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (READ_MORE.contains(name)) {
            return List.of(Unreadable.everywhere(origin, "runs statements from elsewhere (\\" + name + ")"));
        }
        if (BRANCH.contains(name)) {
            return List.of(Unreadable.everywhere(origin, "runs statements on a condition (\\" + name + ")"));
        }
        return List.of();
    }
}
