package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.TypeChange;
import dev.schemaguard.ddl.change.TypeChange.AlterDomain;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE DOMAIN and ALTER DOMAIN. */
final class DomainReader {

    private DomainReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        ObjectName name = cursor.name();
        cursor.accept("AS");
        ColumnType base = TypeNameReader.readListed(cursor);
        Nullability nullability = Nullability.NULLABLE;
        ColumnDefault columnDefault = ColumnDefault.NONE;
        List<SqlText> checks = new ArrayList<>();
        while (!cursor.atEnd()) {
            ConstraintReader.name(cursor);
            if (cursor.accept("NOT", "NULL")) {
                nullability = Nullability.NOT_NULL;
            } else if (cursor.accept("DEFAULT")) {
                columnDefault = ColumnDefaultReader.read(cursor).ofDomain();
            } else if (cursor.accept("CHECK")) {
                checks.add(cursor.dialect().expression(cursor.parenthesised().rest()));
            } else if (cursor.accept("COLLATE")) {
                cursor.name();
            } else {
                cursor.expect("NULL");
            }
        }
        boolean states =
                nullability != Nullability.NULLABLE || columnDefault != ColumnDefault.NONE || !checks.isEmpty();
        UserType made = base instanceof ColumnType.Labelled listed && !states
                ? new UserType.EnumType(name, listed.labels(), origin)
                : new UserType.DomainType(name, base, nullability, columnDefault, checks, origin);
        return List.of(new TypeChange.Create(made));
    }

    /** Reads the rest of ALTER DOMAIN. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        ObjectName name = cursor.name();
        if (cursor.accept("SET", "DEFAULT")) {
            ColumnDefault columnDefault = ColumnDefaultReader.readRest(cursor).ofDomain();
            return List.of(new AlterDomain(name, AlterDomain.columnDefault(columnDefault), origin));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return List.of(new AlterDomain(name, AlterDomain.columnDefault(ColumnDefault.NONE), origin));
        }
        if (cursor.accept("SET", "NOT", "NULL")) {
            return List.of(new AlterDomain(name, AlterDomain.nullability(Nullability.NOT_NULL), origin));
        }
        if (cursor.accept("DROP", "NOT", "NULL")) {
            return List.of(new AlterDomain(name, AlterDomain.nullability(Nullability.NULLABLE), origin));
        }
        if (cursor.accept("ADD")) {
            return added(cursor, name, origin);
        }
        if (cursor.accept("DROP", "CONSTRAINT")) {
            cursor.skipRest();
            return List.of(new AlterDomain(name, AlterDomain.noChecks(), origin));
        }
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new TypeChange.Rename(name, cursor.identifier(), origin));
        }
        if (cursor.accept("SET", "SCHEMA")) {
            return List.of(new TypeChange.Move(name, cursor.identifier(), origin));
        }
        // Owner, validation and names of constraints.
        cursor.skipRest();
        return List.of();
    }

    private static List<Change> added(Cursor cursor, ObjectName name, Origin origin) {
        ConstraintReader.name(cursor);
        if (cursor.accept("NOT", "NULL")) {
            return List.of(new AlterDomain(name, AlterDomain.nullability(Nullability.NOT_NULL), origin));
        }
        cursor.expect("CHECK");
        SqlText check = cursor.dialect().expression(cursor.parenthesised().rest());
        ConstraintReader.enforcement(cursor);
        return List.of(new AlterDomain(name, AlterDomain.check(check), origin));
    }
}
