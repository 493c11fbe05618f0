package dev.schemaguard.drift;

import java.util.Locale;
import java.util.Optional;

/** The kinds of drift. Their identifiers are part of the JSON report, so none ever changes its meaning. */
public enum Kind {
    EMPTY_SCHEMA,
    MISSING_TABLE,
    DETACHED_TABLE,
    MISSING_COLUMN,
    MISSING_SEQUENCE,
    MISSING_TYPE,
    TYPE_DIFFERENT,
    TYPE_LOSSY,
    TYPE_NARROWER,
    TYPE_WIDER,
    EXTRA_REQUIRED_COLUMN,
    COLLATION_DIFFERENT,
    CHARSET_DIFFERENT,
    NOT_NULL_ADDED,
    NOT_NULL_MISSING,
    DEFAULT_MISSING,
    DEFAULT_DIFFERENT,
    ON_UPDATE_DIFFERENT,
    IDENTITY_MISSING,
    GENERATED_ALWAYS,
    MISSING_PRIMARY_KEY,
    MISSING_UNIQUE,
    EXTRA_UNIQUE,
    EXTRA_CHECK,
    EXTRA_FOREIGN_KEY,
    INBOUND_FOREIGN_KEY,
    MISSING_FOREIGN_KEY,
    MISSING_CHECK,
    MISSING_INDEX,
    ENUM_LABEL_MISSING,
    ENUM_LABEL_EXTRA,
    SEQUENCE_INCREMENT_DIFFERENT,
    NOT_UPDATABLE,
    ROW_SECURITY,
    SESSION_SETTING,
    MISSING_PRIVILEGE,
    STATEMENT_FAILS;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The identifier in reports and policies, such as {@code missing-column}. */
    public String id() {
        return id;
    }

    /** Whether it is plainly fatal: a release that names a table or column is taken to use it. */
    boolean isFatal() {
        return switch (this) {
            case EMPTY_SCHEMA, MISSING_TABLE, MISSING_COLUMN, TYPE_DIFFERENT, EXTRA_REQUIRED_COLUMN, IDENTITY_MISSING ->
                true;
            default -> false;
        };
    }

    /** The kind with that identifier, if there is one. */
    public static Optional<Kind> of(String id) {
        for (Kind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
