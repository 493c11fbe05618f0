package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.query.QueryTables;
import dev.schemaguard.ddl.change.TableChange;
import dev.schemaguard.ddl.change.TableElement;
import dev.schemaguard.ddl.change.TableElement.LikeOption;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads CREATE TABLE. */
final class TableReader {

    private final Cursor cursor;
    private final Origin origin;
    private final List<TableElement> elements = new ArrayList<>();
    private List<ObjectName> parents = List.of();
    private Optional<ObjectName> partitionOf = Optional.empty();
    private TableKind kind;

    private TableReader(Cursor cursor, TableKind kind, Origin origin) {
        this.cursor = cursor;
        this.kind = kind;
        this.origin = origin;
    }

    static List<Change> read(Cursor cursor, TableKind kind, boolean temporary, Origin origin) {
        return new TableReader(cursor, kind, origin).read(temporary);
    }

    private List<Change> read(boolean temporary) {
        boolean unlessExists = cursor.acceptIfNotExists();
        ObjectName name = cursor.name();
        if (cursor.accept("PARTITION", "OF")) {
            partitionOf = Optional.of(cursor.name());
        } else if (cursor.accept("OF")) {
            throw new NotUnderstood("a table of a composite type is not read");
        }
        if (cursor.at("(")) {
            if (isQueryFor(cursor)) {
                return QueryTables.read(cursor, name, temporary, origin);
            }
            cursor.list().forEach(this::element);
        }
        options();
        if (cursor.atAny("AS")) {
            return QueryTables.read(cursor, name, temporary, origin);
        }
        if (elements.isEmpty() && partitionOf.isEmpty() && parents.isEmpty() && !cursor.atEnd()) {
            throw cursor.unexpected();
        }
        return List.of(
                new TableChange.Create(name, kind, temporary, unlessExists, elements, parents, partitionOf, origin));
    }

    /** Whether the parentheses hold only names, for the columns of a query that follows. */
    private static boolean isQueryFor(Cursor cursor) {
        int mark = cursor.mark();
        cursor.skipOne();
        boolean query = cursor.atAny("AS");
        cursor.reset(mark);
        return query;
    }

    private void element(Cursor part) {
        if (part.accept("LIKE")) {
            elements.add(new TableElement.OfLike(part.name(), likeOptions(part)));
        } else if (part.at("NOT", "NULL")) {
            notNull(part);
        } else if (ConstraintReader.begins(part)) {
            Origin place = part.origin();
            String name = ConstraintReader.name(part);
            if (part.at("NOT", "NULL")) {
                notNull(part);
            } else {
                elements.add(new TableElement.OfConstraint(ConstraintReader.ofTable(part, name, place)));
            }
        } else {
            elements.add(new TableElement.OfColumn(
                    partitionOf.isPresent() ? ColumnReader.readWithoutType(part) : ColumnReader.read(part)));
        }
        part.expectEnd();
    }

    private void notNull(Cursor part) {
        part.expect("NOT", "NULL");
        elements.add(new TableElement.OfNotNull(part.identifier()));
        ConstraintReader.enforcement(part);
    }

    private static Set<LikeOption> likeOptions(Cursor part) {
        Set<LikeOption> options = EnumSet.noneOf(LikeOption.class);
        while (part.atAny("INCLUDING", "EXCLUDING")) {
            boolean including = part.next().is("INCLUDING");
            String word = part.next().text().toUpperCase(Locale.ROOT);
            Set<LikeOption> meant = EnumSet.noneOf(LikeOption.class);
            for (LikeOption option : LikeOption.values()) {
                if (word.equals("ALL") || word.equals(option.name())) {
                    meant.add(option);
                }
            }
            if (including) {
                options.addAll(meant);
            } else {
                options.removeAll(meant);
            }
        }
        return options;
    }

    private void options() {
        while (true) {
            if (cursor.accept("INHERITS")) {
                parents = cursor.list().stream().map(Cursor::name).toList();
            } else if (cursor.accept("PARTITION", "BY")) {
                cursor.next();
                cursor.parenthesised();
                kind = TableKind.PARTITIONED_TABLE;
            } else if (cursor.accept("FOR", "VALUES")) {
                bounds();
            } else if (cursor.accept("WITH") || cursor.accept("OPTIONS")) {
                cursor.parenthesised();
            } else if (cursor.accept("ON", "COMMIT")) {
                cursor.next();
                cursor.accept("ROWS");
            } else if (cursor.accept("TABLESPACE") || cursor.accept("USING") || cursor.accept("SERVER")) {
                cursor.identifier();
            } else if (!cursor.accept("DEFAULT")
                    && !cursor.accept("WITHOUT", "OIDS")
                    && !cursor.accept("WITH", "OIDS")) {
                return;
            }
        }
    }

    /** What rows a partition takes. */
    private void bounds() {
        while (cursor.atAny("IN", "FROM", "TO", "WITH")) {
            cursor.next();
            cursor.parenthesised();
        }
    }
}
