package dev.schemaguard.ddl.script;

/** What the splitter has to know of a statement while its tokens pass: whether to keep it, and where it can end. */
public interface StatementShape {

    /** Takes notice of the next token. */
    void next(Token token);

    /** Whether the statement is no DDL, so that only its beginning is kept. */
    boolean isSkimmed();

    /** Whether nothing of the statement but its first word matters. */
    boolean isOfRows();

    /** Whether a semicolon ends it. */
    boolean mayEnd();

    /** Whether it ends before this token though nothing says so: a command of the client that ends with its line. */
    default boolean endsBefore(Token token) {
        return false;
    }

    /** Whether the rows for it follow on the next lines. */
    default boolean isCopyFromStdin() {
        return false;
    }
}
