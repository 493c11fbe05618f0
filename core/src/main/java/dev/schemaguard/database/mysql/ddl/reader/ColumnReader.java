package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.KeyAction;
import dev.schemaguard.database.mysql.ddl.change.RuleAction;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.database.mysql.ddl.change.WrittenColumn;
import dev.schemaguard.database.mysql.ddl.script.TextLiteral;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the definition of one column (MySQL manual, 15.1.20; MariaDB, CREATE TABLE). */
final class ColumnReader {

    private final Cursor cursor;
    private final Session session;
    private final Origin origin;
    private final String name;
    private final TypeReader.Written written;
    private final Column.Builder column;
    private final List<TableAction> also = new ArrayList<>();
    private Optional<String> collation = Optional.empty();
    private Optional<Nullability> nullability = Optional.empty();
    private Optional<ColumnDefault> columnDefault = Optional.empty();
    private Optional<ColumnDefault> onUpdate = Optional.empty();
    private Identity identity = Identity.NONE;
    private Generation generation = Generation.NONE;

    private ColumnReader(Cursor cursor, Session session) {
        this.cursor = cursor;
        this.session = session;
        this.origin = cursor.origin();
        this.name = cursor.identifier();
        this.written = TypeReader.read(cursor, session);
        this.column = Column.builder(name).origin(origin).type(written.type());
    }

    /** Reads a column up to the end of the part, or to where it is put. */
    static WrittenColumn read(Cursor cursor, Session session) {
        return new ColumnReader(cursor, session).read();
    }

    private WrittenColumn read() {
        if (written.numbered()) {
            numbered();
        }
        while (!cursor.atEnd() && !cursor.atAny("FIRST", "AFTER")) {
            option();
        }
        if (cursor.accept("AFTER")) {
            cursor.identifier();
        } else {
            cursor.accept("FIRST");
        }
        // One that is written down takes the place of the server's own.
        boolean checked = also.stream().anyMatch(RuleAction.AddCheck.class::isInstance);
        if (written.json() && !checked) {
            SqlText valid = session.dialect()
                    .expression("json_valid(" + session.dialect().quote(name) + ")");
            check("", valid, Enforcement.ORDINARY);
        }
        facts();
        Optional<WrittenColumn.Text> text = written.text()
                .map(own -> new WrittenColumn.Text(own.charset(), collation.or(own::collation), own.binary()));
        return new WrittenColumn(column.build(), text, written.length(), also);
    }

    private void facts() {
        boolean timestamp = written.type() instanceof ColumnType.Named named
                && named.name().name().equals("timestamp");
        boolean bare = timestamp
                && !session.bareTimestampsKnown()
                && !generation.isComputed()
                && columnDefault.filter(ColumnDefault.NONE::equals).isEmpty()
                && nullability.filter(Nullability.NULLABLE::equals).isEmpty();
        boolean open = bare && columnDefault.isEmpty() && onUpdate.isEmpty();
        column.nullability(nullability.orElse(bare ? Nullability.UNSTATED : Nullability.NULLABLE))
                .columnDefault(columnDefault.orElse(bare ? ColumnDefault.UNSTATED : ColumnDefault.NONE))
                .onUpdate(onUpdate.map(this::now).orElse(open ? ColumnDefault.UNSTATED : ColumnDefault.NONE))
                .identity(identity == Identity.NONE && callsSequence() ? Identity.SERIAL : identity)
                .generation(generation);
    }

    /** The time of an update, with as many digits of a second as the column has. */
    private ColumnDefault now(ColumnDefault stated) {
        return written.type() instanceof ColumnType.Named named && named.modifier() instanceof ColumnType.Modifier.Of of
                ? session.dialect()
                        .columnDefault("CURRENT_TIMESTAMP(" + of.arguments().get(0) + ")")
                : stated;
    }

    /** Whether the default takes the next number of a sequence (MariaDB, NEXT VALUE). */
    private boolean callsSequence() {
        return columnDefault
                .filter(filled -> filled instanceof ColumnDefault.Expression expression
                        && expression.text().startsWith("nextval("))
                .isPresent();
    }

    /** {@code SERIAL DEFAULT VALUE}, and what SERIAL means beside its type. */
    private void numbered() {
        identity = Identity.BY_DEFAULT;
        nullability = Optional.of(Nullability.NOT_NULL);
        key(KeyAction.Role.UNIQUE);
    }

    private void key(KeyAction.Role role) {
        also.add(new KeyAction.Add(role, "", "", List.of(Index.ColumnPart.of(name)), false, origin));
    }

    private void option() {
        if (cursor.accept("NOT", "NULL")) {
            nullability = Optional.of(Nullability.NOT_NULL);
        } else if (cursor.accept("NULL")) {
            nullability = Optional.of(Nullability.NULLABLE);
        } else if (cursor.accept("DEFAULT")) {
            columnDefault = Optional.of(DefaultReader.read(cursor));
        } else if (cursor.accept("ON", "UPDATE")) {
            onUpdate = Optional.of(DefaultReader.now(cursor).orElseThrow(cursor::unexpected));
        } else if (cursor.accept("AUTO_INCREMENT")) {
            identity = Identity.BY_DEFAULT;
            nullability = Optional.of(Nullability.NOT_NULL);
        } else if (cursor.accept("SERIAL", "DEFAULT", "VALUE")) {
            numbered();
        } else if (cursor.accept("PRIMARY")) {
            cursor.accept("KEY");
            key(KeyAction.Role.PRIMARY);
        } else if (cursor.accept("UNIQUE")) {
            cursor.accept("KEY");
            key(KeyAction.Role.UNIQUE);
        } else if (cursor.accept("KEY")) {
            key(KeyAction.Role.PRIMARY);
        } else if (cursor.accept("COLLATE")) {
            collation = Optional.of(TypeReader.word(cursor));
        } else if (cursor.accept("GENERATED", "ALWAYS", "AS") || cursor.accept("AS")) {
            generated();
        } else {
            ruleOrOther();
        }
    }

    private void generated() {
        Cursor expression = cursor.parenthesised();
        SqlText sql = session.computed(TextLiteral.text(expression.remaining()));
        boolean stored = cursor.accept("STORED") || cursor.accept("PERSISTENT");
        if (!stored) {
            cursor.accept("VIRTUAL");
        }
        generation = stored ? new Generation.Stored(sql) : new Generation.Virtual(sql);
    }

    private void ruleOrOther() {
        if (cursor.at("CONSTRAINT") || cursor.at("CHECK")) {
            boolean named = cursor.accept("CONSTRAINT") && !cursor.at("CHECK");
            String label = named ? cursor.identifier() : "";
            cursor.expect("CHECK");
            check(label, KeyReader.expression(cursor.parenthesised()), KeyReader.enforcement(cursor));
        } else if (cursor.at("REFERENCES")) {
            Constraint.ForeignKey key = KeyReader.references(cursor, "", List.of(name), origin);
            also.add(
                    session.forked()
                            ? new RuleAction.AddForeignKey(key, "", false)
                            : new RuleAction.PerhapsForeignKey());
        } else if (cursor.accept("COMMENT")
                || cursor.accept("ENGINE_ATTRIBUTE")
                || cursor.accept("SECONDARY_ENGINE_ATTRIBUTE")) {
            cursor.accept("=");
            TextLiteral.content(cursor.next());
        } else if (cursor.accept("COLUMN_FORMAT") || cursor.accept("STORAGE") || cursor.accept("SRID")) {
            cursor.next();
        } else if (cursor.accept("REF_SYSTEM_ID") || cursor.accept("COMPRESSED")) {
            if (cursor.accept("=")) {
                cursor.next();
            }
        } else if (!cursor.accept("VISIBLE")
                && !cursor.accept("INVISIBLE")
                && !cursor.accept("WITH", "SYSTEM", "VERSIONING")
                && !cursor.accept("WITHOUT", "SYSTEM", "VERSIONING")) {
            throw cursor.unexpected();
        }
    }

    private void check(String label, SqlText condition, Enforcement enforcement) {
        Constraint.Check check = new Constraint.Check(label, condition, enforcement, origin);
        also.add(new RuleAction.AddCheck(check, session.forked() ? name : "", false));
    }
}
