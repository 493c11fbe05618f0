package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.TypeChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CREATE TYPE and ALTER TYPE. */
final class TypeReader {

    private TypeReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        ObjectName name = cursor.name();
        return List.of(new TypeChange.Create(type(cursor, name, origin)));
    }

    private static UserType type(Cursor cursor, ObjectName name, Origin origin) {
        if (cursor.accept("AS", "ENUM")) {
            List<String> labels = new ArrayList<>();
            for (Cursor part : cursor.list()) {
                labels.add(part.string());
                part.expectEnd();
            }
            return new UserType.EnumType(name, labels, origin);
        }
        if (cursor.accept("AS", "RANGE")) {
            return range(cursor, name, origin);
        }
        if (cursor.accept("AS")) {
            Map<String, ColumnType> attributes = new LinkedHashMap<>();
            for (Cursor part : cursor.list()) {
                attributes.put(part.identifier(), TypeNameReader.read(part));
                if (part.accept("COLLATE")) {
                    part.name();
                }
                part.expectEnd();
            }
            return new UserType.CompositeType(name, attributes, origin);
        }
        if (cursor.at("(")) {
            cursor.parenthesised();
        }
        return new UserType.OpaqueType(name, origin);
    }

    private static UserType range(Cursor cursor, ObjectName name, Origin origin) {
        ColumnType subtype = ColumnType.UNSTATED;
        for (Cursor part : cursor.list()) {
            if (part.accept("SUBTYPE", "=")) {
                subtype = TypeNameReader.read(part);
            }
        }
        return new UserType.RangeType(name, subtype, origin);
    }

    /** Reads the rest of ALTER TYPE. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        ObjectName name = cursor.name();
        if (cursor.accept("ADD", "VALUE")) {
            boolean unlessExists = cursor.acceptIfNotExists();
            String label = cursor.string();
            boolean before = cursor.accept("BEFORE");
            boolean placed = before || cursor.accept("AFTER");
            Optional<String> neighbour = placed ? Optional.of(cursor.string()) : Optional.empty();
            return List.of(new TypeChange.AddLabel(name, label, unlessExists, before, neighbour, origin));
        }
        if (cursor.accept("RENAME", "VALUE")) {
            String from = cursor.string();
            cursor.expect("TO");
            return List.of(new TypeChange.RenameLabel(name, from, cursor.string(), origin));
        }
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new TypeChange.Rename(name, cursor.identifier(), origin));
        }
        if (cursor.accept("SET", "SCHEMA")) {
            return List.of(new TypeChange.Move(name, cursor.identifier(), origin));
        }
        if (cursor.atAny("ADD", "DROP", "ALTER", "RENAME")) {
            cursor.skipRest();
            return List.of(new TypeChange.AlterAttributes(name, origin));
        }
        // Its owner, and how it is stored.
        cursor.skipRest();
        return List.of();
    }
}
