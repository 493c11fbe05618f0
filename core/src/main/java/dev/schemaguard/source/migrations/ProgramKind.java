package dev.schemaguard.source.migrations;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The languages in which tools take migrations beside SQL: goose, Flyway, golang-migrate, node-pg-migrate, knex and others.
 *
 * @param language the language, for people
 */
record ProgramKind(String language) {

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("java", "Java"),
            Map.entry("class", "Java"),
            Map.entry("kt", "Kotlin"),
            Map.entry("groovy", "Groovy"),
            Map.entry("scala", "Scala"),
            Map.entry("go", "Go"),
            Map.entry("rs", "Rust"),
            Map.entry("ts", "TypeScript"),
            Map.entry("mts", "TypeScript"),
            Map.entry("cts", "TypeScript"),
            Map.entry("js", "JavaScript"),
            Map.entry("mjs", "JavaScript"),
            Map.entry("cjs", "JavaScript"),
            Map.entry("py", "Python"),
            Map.entry("rb", "Ruby"),
            Map.entry("php", "PHP"),
            Map.entry("cs", "C#"),
            Map.entry("ex", "Elixir"),
            Map.entry("exs", "Elixir"),
            Map.entry("sh", "a shell"),
            Map.entry("bash", "a shell"),
            Map.entry("ps1", "PowerShell"),
            Map.entry("bat", "a shell"),
            Map.entry("cmd", "a shell"));

    /** What stands beside migrations and is none: their tests, and the declarations of what they export. */
    private static final Pattern BESIDE = Pattern.compile("(?i).*(_test\\.go|_test\\.py|\\.(test|spec|d)\\.\\w+)");

    /** The kind of a file by its name; nothing for what is no program, or no migration. */
    static Optional<ProgramKind> of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        // A class within another one is no migration of its own.
        boolean nested = name.indexOf('$') >= 0;
        return nested || BESIDE.matcher(name).matches()
                ? Optional.empty()
                : Optional.ofNullable(LANGUAGES.get(extension)).map(ProgramKind::new);
    }

    /** Why such a migration is not read, for people. */
    String reason() {
        return "the migration is a program in " + language + ", and what it changes is known only when it runs";
    }
}
