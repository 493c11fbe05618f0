package dev.schemaguard.jdbc.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * Prints what a shell needs to complete verbs, options and their values. It is made of the options themselves, and so never behind
 * them.
 */
@Command(
        name = "completion",
        description = "Prints a script with which bash and zsh complete verbs, options and their values.",
        footer = {
            "",
            "Examples:",
            "  alias schema-guard='java -jar schema-guard.jar'",
            "  source <(schema-guard completion)                    in bash, and in zsh",
            "  schema-guard completion > /etc/bash_completion.d/schema-guard"
        })
final class CompletionCommand extends Verb {

    /** How to install it, which is said by our own help, and about this program. */
    private static final Pattern HEAD = Pattern.compile("\\A(?:#.*\\R)+");

    /** The values of an option, which the parser calls as Java does. */
    private static final Pattern VALUES = Pattern.compile("(?<=_option_args=\\()[^)]*");

    private static final String OWN_HEAD = "#!/usr/bin/env bash\n# Completes schema-guard in bash and zsh.\n";

    @Override
    public Integer call() {
        String script =
                HEAD.matcher(AutoComplete.bash("schema-guard", Main.whole())).replaceFirst(OWN_HEAD);
        line().getOut()
                .print(VALUES.matcher(script)
                        .replaceAll(values ->
                                values.group().toLowerCase(Locale.ROOT).replace('_', '-')));
        return ExitCode.CLEAN.number();
    }
}
