package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.ddl.draft.ColumnDefinition;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the definition of one column: its name, its type, and what is said behind them. */
final class ColumnReader {

    /** Serial is no type but an integer that a sequence fills (manual, 8.1.4). */
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    private final Cursor cursor;
    private final String name;
    private final Column.Builder column;
    private final List<Constraint> constraints = new ArrayList<>();
    private OptionalLong step = OptionalLong.empty();

    private ColumnReader(Cursor cursor) {
        this.cursor = cursor;
        this.column = Column.builder("?").origin(cursor.origin());
        this.name = cursor.identifier();
        column.name(name)
                .nullability(Nullability.NULLABLE)
                .columnDefault(ColumnDefault.NONE)
                .identity(Identity.NONE)
                .generation(Generation.NONE);
    }

    /** Reads a column with its type, up to the end of the part. */
    static ColumnDefinition read(Cursor cursor) {
        ColumnReader reader = new ColumnReader(cursor);
        reader.type();
        return reader.options();
    }

    /** Reads a column whose type is known from elsewhere, as that of a partition is. */
    static ColumnDefinition readWithoutType(Cursor cursor) {
        ColumnReader reader = new ColumnReader(cursor);
        cursor.accept("WITH", "OPTIONS");
        return reader.options();
    }

    private void type() {
        String word = cursor.peek().text().toLowerCase(Locale.ROOT);
        String numbered = cursor.peek(1).is(".") ? null : SERIALS.get(word);
        if (numbered == null) {
            column.type(TypeNameReader.readListed(cursor));
            return;
        }
        cursor.next();
        if (cursor.dialect().equals(PostgresDialect.INSTANCE)) {
            column.type(ColumnType.of(numbered))
                    .identity(Identity.SERIAL)
                    .columnDefault(ColumnDefault.UNSTATED)
                    .nullability(Nullability.NOT_NULL);
            step = OptionalLong.of(1);
        } else {
            // Another database may know the word, and for what is its own affair.
            column.type(ColumnType.UNSTATED)
                    .identity(Identity.UNSTATED)
                    .columnDefault(ColumnDefault.UNSTATED)
                    .nullability(Nullability.UNSTATED);
        }
    }

    private ColumnDefinition options() {
        while (!cursor.atEnd()) {
            option(ConstraintReader.name(cursor));
        }
        return new ColumnDefinition(column.build(), step, constraints);
    }

    private void option(String constraintName) {
        if (cursor.accept("NOT", "NULL")) {
            column.nullability(Nullability.NOT_NULL);
            ConstraintReader.enforcement(cursor);
        } else if (cursor.accept("DEFAULT")) {
            readDefault();
        } else if (cursor.accept("GENERATED")) {
            generated();
        } else if (cursor.accept("COLLATE")) {
            column.collation(cursor.name().name());
        } else if (cursor.atAny("PRIMARY", "UNIQUE", "REFERENCES", "CHECK")) {
            Constraint constraint = ConstraintReader.ofColumn(cursor, constraintName, name);
            constraints.add(constraint);
            if (constraint instanceof Constraint.PrimaryKey) {
                column.nullability(Nullability.NOT_NULL);
            }
        } else if (!skipped()) {
            throw cursor.unexpected();
        }
    }

    /** Consumes what the model does not hold. */
    private boolean skipped() {
        if (cursor.accept("NULL")) {
            return true;
        }
        if (cursor.accept("AUTO_INCREMENT")) {
            // Not PostgreSQL's, but scripts for H2 and MySQL are read by this reader too as far as they go.
            column.identity(Identity.BY_DEFAULT).nullability(Nullability.NOT_NULL);
            return true;
        }
        if (cursor.accept("STORAGE") || cursor.accept("COMPRESSION")) {
            cursor.next();
            return true;
        }
        if (cursor.accept("OPTIONS")) {
            cursor.parenthesised();
            return true;
        }
        return false;
    }

    private void readDefault() {
        ColumnDefaultReader.Written written = ColumnDefaultReader.read(cursor);
        column.columnDefault(written.columnDefault());
        if (written.calls().isPresent()) {
            column.identity(Identity.SERIAL);
        }
    }

    private void generated() {
        boolean always = cursor.accept("ALWAYS");
        if (!always) {
            cursor.expect("BY", "DEFAULT");
        }
        cursor.expect("AS");
        if (cursor.accept("IDENTITY")) {
            Cursor options = cursor.at("(") ? cursor.parenthesised() : cursor.none();
            column.identity(always ? Identity.ALWAYS : Identity.BY_DEFAULT)
                    .columnDefault(ColumnDefault.NONE)
                    .nullability(Nullability.NOT_NULL);
            step = SequenceReader.step(options);
            return;
        }
        SqlText text = cursor.dialect().expression(cursor.parenthesised().rest());
        // Without a word of its own a generated column is a virtual one from PostgreSQL 18 on; before, STORED was
        // required.
        boolean stored = cursor.accept("STORED");
        if (!stored) {
            cursor.accept("VIRTUAL");
        }
        column.generation(stored ? new Generation.Stored(text) : new Generation.Virtual(text));
    }
}
