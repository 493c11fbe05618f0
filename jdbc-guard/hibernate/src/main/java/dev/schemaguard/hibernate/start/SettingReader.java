package dev.schemaguard.hibernate.start;

import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.text.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads settings out of Hibernate's, and collects all that is wrong with them. Used by one thread. */
final class SettingReader {

    private static final String PREFIX = "schema-guard.";

    /** Hibernate's settings hold the system properties, too, and some of these are for the tests of a project. */
    private static final Set<String> OF_TESTS = Set.of("snapshot", "statements", "record-statements");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final int LONGEST = 100;

    private final Map<String, Object> all;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    SettingReader(Map<String, Object> all) {
        this.all = all;
    }

    /** Fail where nothing is said. There is nothing to hold back, so to hold is no choice. */
    Mode mode(String name) {
        return choice(name, List.of(Mode.FAIL, Mode.WARN, Mode.OFF)).orElse(Mode.FAIL);
    }

    /** One of some constants, by their names in small letters. */
    <E extends Enum<E>> Optional<E> choice(String name, List<E> choices) {
        Optional<String> said = text(name);
        Optional<E> chosen = said.flatMap(text -> choices.stream()
                .filter(choice -> id(choice).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst());
        if (said.isPresent() && chosen.isEmpty()) {
            wrong(
                    name,
                    said.get(),
                    "say " + choices.stream().map(SettingReader::id).collect(Collectors.joining(" or ")));
        }
        return chosen;
    }

    private static String id(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** True or false, or what is meant where nothing is said. */
    boolean flag(String name, boolean otherwise) {
        Optional<String> said = text(name).map(text -> text.toLowerCase(Locale.ROOT));
        if (said.isPresent() && !said.get().equals("true") && !said.get().equals("false")) {
            wrong(name, said.get(), "write true or false");
        }
        return said.map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** Milliseconds and seconds are told by their unit only: a bare number is one here and the other there. */
    Duration duration(String name, Duration otherwise) {
        Optional<String> said = text(name);
        if (all.get(PREFIX + name) instanceof Duration duration && !duration.isNegative()) {
            return duration;
        }
        Optional<Duration> read = said.flatMap(SettingReader::duration);
        if (said.isPresent() && read.isEmpty()) {
            wrong(name, said.get(), "write 500ms, 30s, 2m or 1h");
        }
        return read.orElse(otherwise);
    }

    Duration positiveDuration(String name, Duration otherwise) {
        Duration duration = duration(name, otherwise);
        if (duration.isZero()) {
            wrong(name, "0", "it must be positive, such as 30s");
            return otherwise;
        }
        return duration;
    }

    private static Optional<Duration> duration(String text) {
        Matcher written = DURATION.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(written.group(1));
        return Optional.of(
                switch (written.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }

    /** What stands between commas, or in a collection. */
    List<String> list(String name) {
        known.add(name);
        if (all.get(PREFIX + name) instanceof Iterable<?> several) {
            List<String> texts = new ArrayList<>();
            several.forEach(one -> texts.add(String.valueOf(one).strip()));
            return texts;
        }
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Optional<Path> path(String name) {
        Optional<String> said = text(name);
        try {
            return said.map(Path::of);
        } catch (InvalidPathException e) {
            wrong(name, said.orElse(""), "it must be the path of a file, seen from the working directory");
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(all.get(PREFIX + name))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }

    private void wrong(String name, String value, String remedy) {
        problems.add(PREFIX + name + " is '" + Printable.line(value, LONGEST) + "', which means nothing; " + remedy);
    }

    /** What is wrong with the values that were read. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The settings that nobody asked for, each with those that there are. */
    List<String> unknown() {
        return all.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(name -> !known.contains(name) && !OF_TESTS.contains(name))
                .sorted()
                .map(name -> PREFIX + Printable.line(name, LONGEST) + " means nothing here; there are "
                        + String.join(", ", known))
                .toList();
    }
}
