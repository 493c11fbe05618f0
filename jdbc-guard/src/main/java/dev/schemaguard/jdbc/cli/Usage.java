package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.jdbc.cli.option.WrongValue;
import dev.schemaguard.policy.NearNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line in words that hold none of its values: any of them may be a password in the wrong
 * place, and a pipeline's log keeps what it is told.
 *
 * @param arguments the command line
 */
record Usage(List<String> arguments) {

    /** How people write a password where other programs take one. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(?:-p|-w$|--(?:pass|pwd|pw(?:=|$)|p(?:=|$))).*", Pattern.DOTALL);

    Usage {
        arguments = List.copyOf(arguments);
    }

    String wrong(ParameterException wrong) {
        if (wrong instanceof UsageException) {
            return String.valueOf(wrong.getMessage());
        }
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), wrong.getCommandLine());
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "missing: " + missing.getMissing().stream().map(Usage::form).collect(Collectors.joining(", "));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given more than once";
        }
        return Optional.ofNullable(wrong.getArgSpec())
                .map(option -> option(option, wrong))
                .orElse("the command line cannot be read");
    }

    private String unmatched(String argument, CommandLine command) {
        String name = argument.split("=", 2)[0];
        Optional<String> near = NearNames.nearest(name, known(command));
        if (near.isPresent()) {
            // What is nearly the name of an option is no secret; of anything else nobody knows.
            return "there is no '" + name + "'; perhaps '" + near.get() + "' is meant";
        }
        if (PASSWORD.matcher(argument).matches()) {
            return "a password is no argument, for every user of the machine could read it: name an environment variable"
                    + " with --password-env, or a file with --password-file";
        }
        if (argument.startsWith("@")) {
            return "the file of arguments that argument" + position(argument) + " names cannot be read";
        }
        return "argument" + position(argument)
                + " is neither an option nor the value of one; it is not shown, as it may be a password";
    }

    private static List<String> known(CommandLine command) {
        List<String> names = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> names.addAll(Arrays.asList(option.names())));
        return names;
    }

    /** Where it stands; nothing for what stands in a file of arguments. */
    private String position(String argument) {
        int index = arguments.indexOf(argument);
        return index < 0 ? "" : " " + (index + 1);
    }

    private static String option(ArgSpec option, ParameterException wrong) {
        String name = name(option);
        if (wrong.getCause() instanceof WrongValue value) {
            return name + ": " + value.getMessage();
        }
        if (option.type().isEnum()) {
            return name + " takes one of "
                    + Arrays.stream(option.type().getEnumConstants())
                            .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (option.arity().max() == 0) {
            return name + " takes no value";
        }
        return Map.class.isAssignableFrom(option.type())
                ? name + " takes " + option.paramLabel()
                : name + " takes a value of another kind: " + option.paramLabel();
    }

    private static String form(ArgSpec option) {
        return name(option) + " " + option.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
