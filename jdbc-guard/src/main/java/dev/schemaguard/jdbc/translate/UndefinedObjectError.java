package dev.schemaguard.jdbc.translate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Subject;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A failed statement that looks as if something it names did not exist: drift, or a typo.
 *
 * @param kind what the failure means
 * @param state the failure's SQLState
 * @param said what the server said is missing
 * @param rest what the driver said behind that: positions, hints, where it was
 * @param statement the failed statement; no words where it is not known
 */
record UndefinedObjectError(
        FailureKind kind, String state, String said, StatementWords rest, StatementWords statement) {

    /** Who threw a failure is told by its code, for asking the connection may fail, too. */
    private static final Failures FAILURES = Databases.failures();

    private static final int LONGEST_KEY = 200;

    /** Some end their messages with the whole statement, others with the clause that was read: {@code in 'where clause'}. */
    private static final Pattern END = Pattern.compile("; SQL statement:| in '[A-Za-z ]+'$|\\R");

    private static final Pattern OPERATOR = Pattern.compile("(?<=\\s)[-+*/<>=~!@#%^&|`?]+(?=\\s)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** Some servers have names in the quotes of values. */
    private static final Pattern IN_QUOTES = Pattern.compile("([\"'])([^\"']+)\\1");

    /**
     * What a failure makes one suspect, if anything.
     *
     * @param statement the failed statement; empty where it is not known
     */
    static Optional<UndefinedObjectError> of(SQLException failure, String statement) {
        for (Throwable link : failure) {
            if (link instanceof SchemaDriftException) {
                // Another guarded DataSource, further inside, has said so already.
                return Optional.empty();
            }
            if (link instanceof SQLException exception && FAILURES.of(exception).isUndefined()) {
                return Optional.of(suspicion(exception, statement));
            }
        }
        return Optional.empty();
    }

    private static UndefinedObjectError suspicion(SQLException failure, String statement) {
        String message = String.valueOf(failure.getMessage());
        Matcher end = END.matcher(message);
        int at = end.find() ? end.start() : message.length();
        String rest = message.startsWith("; SQL", at) ? "" : message.substring(at);
        return new UndefinedObjectError(
                FAILURES.of(failure),
                String.valueOf(failure.getSQLState()),
                message.substring(0, at),
                StatementWords.of(rest),
                StatementWords.of(statement));
    }

    /** Whether drift from what is expected could account for the failure, so that it is worth a look. */
    boolean mayBeAbout(List<Schema> expected) {
        return expected.isEmpty() || expected.stream().anyMatch(this::mayBeAbout);
    }

    private boolean mayBeAbout(Schema expected) {
        Set<String> named = names();
        boolean operator = isAboutOperator();
        return Stream.concat(
                                expected.sequences().stream()
                                        .map(sequence -> sequence.name().name()),
                                expected.types().stream()
                                        .map(type -> type.name().name()))
                        .anyMatch(name -> named.contains(lower(name)))
                || expected.tables().stream().anyMatch(table -> mayBeAbout(table, named, operator));
    }

    private boolean mayBeAbout(Table table, Set<String> named, boolean operator) {
        String name = table.name().name();
        return named.contains(lower(name)) && kind != FailureKind.UNDEFINED_COLUMN
                || table.columns().stream()
                        .map(Column::name)
                        .filter(column -> operator || named.contains(lower(column)))
                        .anyMatch(column -> isUsed(name, column));
    }

    /** The names in what was said, in lower case. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(StatementWords.of(said).names());
        IN_QUOTES.matcher(said).results().forEach(found -> {
            names.add(lower(found.group(2)));
            names.addAll(List.of(lower(found.group(2)).split("\\.", -1)));
        });
        return names;
    }

    private boolean isAboutOperator() {
        return kind == FailureKind.UNDEFINED_FUNCTION && OPERATOR.matcher(said).find();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is looked for, and by which kind of statement; of bounded length. */
    String object() {
        return state + " " + said.substring(0, Math.min(said.length(), LONGEST_KEY)) + " "
                + statement.names().hashCode();
    }

    /** Whether what a check found accounts for the failure: then it is no typo. */
    boolean isExplainedBy(DriftReport report) {
        return report.findings().stream().map(Finding::drift).anyMatch(this::isExplainedBy);
    }

    private boolean isExplainedBy(Drift drift) {
        Subject subject = drift.subject();
        return switch (drift.kind()) {
            case EMPTY_SCHEMA -> true;
            case MISSING_TABLE, MISSING_SEQUENCE, MISSING_TYPE ->
                subject.object().or(subject::table).filter(this::says).isPresent();
            case MISSING_COLUMN ->
                subject.column()
                        .filter(this::says)
                        .filter(column -> isUsed(subject.table().orElse(""), column))
                        .isPresent();
            // "operator does not exist: uuid = text" names no column, so the statement has to.
            case TYPE_DIFFERENT ->
                isAboutOperator()
                        && isUsed(subject.table().orElse(""), subject.column().orElse(""));
            default -> false;
        };
    }

    /**
     * Whether the column is meant as one of that table. What the server says behind its first line may hold the statement of a
     * function, which uses tables that the failed statement does not name.
     */
    private boolean isUsed(String table, String column) {
        if (statement.isEmpty()) {
            return true;
        }
        boolean used = statement.usesTable(table) && statement.namesColumn(column);
        return (used || rest.usesTable(table)) && qualifiers(column).allMatch(name -> statement.calls(table, name));
    }

    /** What the server says the column is one of: {@code p.quality}, {@code "quality" of relation "posts"}. */
    private Stream<String> qualifiers(String column) {
        Stream<String> dotted = Pattern.compile(
                        "([\\w$]+)\\.\"?" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(said)
                .results()
                .map(found -> found.group(1));
        Stream<String> quoted = QUOTED.matcher(said)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equalsIgnoreCase(column) && !name.contains("."));
        return Stream.concat(dotted, quoted);
    }

    private boolean says(String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(said)
                .find();
    }
}
