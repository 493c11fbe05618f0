package dev.schemaguard.jdbc;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Subject;
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
 * @param state the failure's SQLState
 * @param said what the server said is missing
 * @param rest what the driver said behind that: positions, hints, where it was
 * @param statement the failed statement; no words where it is not known
 */
record Suspicion(String state, String said, StatementWords rest, StatementWords statement) {

    private static final int LONGEST_KEY = 200;

    /** H2 ends its messages with the whole statement. */
    private static final Pattern END = Pattern.compile("; SQL statement:|\\R");

    private static final Pattern OPERATOR = Pattern.compile("(?<=\\s)[-+*/<>=~!@#%^&|`?]+(?=\\s)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** Undefined column, table, object, function or operator, schema (PostgreSQL manual, appendix A; DB2 has the first four). */
    private static final Set<String> POSTGRES = Set.of("42703", "42P01", "42704", "42883", "3F000");

    /** Table or column not found: MySQL and MariaDB (1146, 1054), SQL Server, ODBC. H2 adds two for a table with near names. */
    private static final Set<String> ODBC = Set.of("42S02", "42S22", "42S03", "42S04");

    /** Oracle's ORA-00942 and ORA-00904 share their SQLState with every other syntax error. */
    private static final Set<Integer> ORACLE = Set.of(942, 904);

    private static final Set<String> COLUMN = Set.of("42703", "42S22");

    private static final String ORACLE_SYNTAX = "42000";
    private static final String UNDEFINED_FUNCTION = "42883";

    /**
     * What a failure makes one suspect, if anything.
     *
     * @param statement the failed statement; empty where it is not known
     */
    static Optional<Suspicion> of(SQLException failure, String statement) {
        for (Throwable link : failure) {
            if (link instanceof SchemaDriftException) {
                // Another guarded DataSource, further inside, has said so already.
                return Optional.empty();
            }
            if (link instanceof SQLException exception && suspects(exception)) {
                return Optional.of(suspicion(exception, statement));
            }
        }
        return Optional.empty();
    }

    private static Suspicion suspicion(SQLException failure, String statement) {
        String message = String.valueOf(failure.getMessage());
        Matcher end = END.matcher(message);
        int at = end.find() ? end.start() : message.length();
        String rest = message.startsWith("; SQL", at) ? "" : message.substring(at);
        return new Suspicion(
                String.valueOf(failure.getSQLState()),
                message.substring(0, at),
                StatementWords.of(rest),
                StatementWords.of(statement));
    }

    private static boolean suspects(SQLException exception) {
        String state = exception.getSQLState();
        return state != null
                && (POSTGRES.contains(state)
                        || ODBC.contains(state)
                        || (state.equals(ORACLE_SYNTAX) && ORACLE.contains(exception.getErrorCode())));
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
        return named.contains(lower(name)) && !COLUMN.contains(state)
                || table.columns().stream()
                        .map(Column::name)
                        .filter(column -> operator || named.contains(lower(column)))
                        .anyMatch(column -> isUsed(name, column));
    }

    /** The names in what was said, in lower case. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(StatementWords.of(said).names());
        QUOTED.matcher(said).results().forEach(found -> names.add(lower(found.group(1))));
        return names;
    }

    private boolean isAboutOperator() {
        return state.equals(UNDEFINED_FUNCTION) && OPERATOR.matcher(said).find();
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
