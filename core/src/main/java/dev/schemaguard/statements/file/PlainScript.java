package dev.schemaguard.statements.file;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.WrittenStatement;
import dev.schemaguard.ddl.script.WrittenStatements;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.SentText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that somebody wrote one after the other into a file. A comment {@code -- name: findTop} before one gives it a name, as
 * tools have it that make code of such files.
 */
public final class PlainScript {

    private static final Pattern NAME = Pattern.compile("(?m)^\\s*(?:--|/\\*)\\s*:?name:?\\s+:?([\\w.$#-]{1,200})");

    private PlainScript() {}

    /**
     * The statements of a file, each with the line of its first word.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, is too large, or a quote or a comment does not end
     */
    public static List<SentText> read(SourceText file, LexicalRules rules) {
        return WrittenStatements.of(file, rules).stream()
                .map(statement -> new SentText(statement.text(), origin(file, statement)))
                .toList();
    }

    private static Origin origin(SourceText file, WrittenStatement statement) {
        String location = file.location();
        Matcher name = NAME.matcher(statement.before());
        while (name.find()) {
            location = file.location() + "#" + name.group(1);
        }
        return Origin.of(location, statement.line());
    }
}
