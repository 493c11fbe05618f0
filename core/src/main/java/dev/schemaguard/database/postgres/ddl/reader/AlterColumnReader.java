package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.ColumnChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.ColumnProperty;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Reads what ALTER TABLE ... ALTER COLUMN does to a column. */
final class AlterColumnReader {

    private final ObjectName table;
    private final boolean ifExists;
    private final String column;
    private final Origin origin;

    private AlterColumnReader(ObjectName table, boolean ifExists, String column, Origin origin) {
        this.table = table;
        this.ifExists = ifExists;
        this.column = column;
        this.origin = origin;
    }

    static List<Change> read(Cursor part, ObjectName table, boolean ifExists, Origin origin) {
        return new AlterColumnReader(table, ifExists, part.identifier(), origin).read(part);
    }

    /** Reads NOT NULL as a constraint on its own, from the column on. */
    static Change notNull(Cursor part, ObjectName table, boolean ifExists, Origin origin) {
        AlterColumnReader reader = new AlterColumnReader(table, ifExists, part.identifier(), origin);
        ConstraintReader.enforcement(part);
        return reader.alter(ColumnProperty.NULLABILITY, ColumnFacts.nullability(Nullability.NOT_NULL));
    }

    private List<Change> read(Cursor part) {
        if (part.accept("TYPE") || part.accept("SET", "DATA", "TYPE")) {
            ColumnType type = TypeNameReader.readListed(part);
            Optional<String> collation =
                    part.accept("COLLATE") ? Optional.of(part.name().name()) : Optional.empty();
            if (part.accept("USING")) {
                part.skipRest();
            }
            return List.of(alter(ColumnProperty.TYPE, ColumnFacts.type(type, collation)));
        }
        if (part.accept("SET", "DEFAULT")) {
            ColumnDefaultReader.Written written = ColumnDefaultReader.readRest(part);
            return List.of(alter(ColumnProperty.DEFAULT, ColumnFacts.columnDefault(written)));
        }
        if (part.accept("DROP", "DEFAULT")) {
            return List.of(alter(ColumnProperty.DEFAULT, ColumnFacts.noDefault()));
        }
        if (part.accept("SET", "NOT", "NULL")) {
            return List.of(alter(ColumnProperty.NULLABILITY, ColumnFacts.nullability(Nullability.NOT_NULL)));
        }
        if (part.accept("DROP", "NOT", "NULL")) {
            return List.of(alter(ColumnProperty.NULLABILITY, ColumnFacts.nullability(Nullability.NULLABLE)));
        }
        return numbering(part);
    }

    private List<Change> numbering(Cursor part) {
        if (part.accept("ADD", "GENERATED")) {
            Identity identity = identity(part);
            part.expect("AS", "IDENTITY");
            OptionalLong step = SequenceReader.step(part.at("(") ? part.parenthesised() : part.none());
            return List.of(new ColumnChange.NumberRows(table, ifExists, column, identity, step, origin));
        }
        if (part.accept("SET", "GENERATED")) {
            Identity identity = identity(part);
            part.skipRest();
            return List.of(alter(ColumnProperty.IDENTITY, ColumnFacts.identity(identity)));
        }
        if (part.accept("DROP", "IDENTITY")) {
            part.acceptIfExists();
            return List.of(
                    new ColumnChange.NumberRows(table, ifExists, column, Identity.NONE, OptionalLong.empty(), origin));
        }
        if (part.accept("DROP", "EXPRESSION")) {
            part.acceptIfExists();
            return List.of(alter(ColumnProperty.GENERATION, ColumnFacts.generation(Generation.NONE)));
        }
        if (part.accept("SET", "EXPRESSION", "AS")) {
            SqlText text = part.dialect().expression(part.parenthesised().rest());
            return List.of(alter(ColumnProperty.GENERATION, ColumnFacts.expression(text)));
        }
        // Statistics, storage, compression, options, and the numbers that an identity begins with.
        if (!part.atAny("SET", "RESET", "RESTART", "OPTIONS")) {
            throw part.unexpected();
        }
        part.skipRest();
        return List.of();
    }

    private static Identity identity(Cursor part) {
        if (part.accept("ALWAYS")) {
            return Identity.ALWAYS;
        }
        part.expect("BY", "DEFAULT");
        return Identity.BY_DEFAULT;
    }

    private ColumnChange.Alter alter(ColumnProperty facet, UnaryOperator<Column.Builder> facts) {
        return new ColumnChange.Alter(table, ifExists, column, facet, facts, origin);
    }
}
