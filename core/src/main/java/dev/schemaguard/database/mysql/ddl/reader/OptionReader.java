package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.CharacterSet;
import dev.schemaguard.database.mysql.ddl.change.OptionAction;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is said of a table as a whole (MySQL manual, 15.1.20; MariaDB, Table Options). */
final class OptionReader {

    private static final String[] WITH_VALUES = {
        "AUTO_INCREMENT",
        "AUTOEXTEND_SIZE",
        "AVG_ROW_LENGTH",
        "CHECKSUM",
        "TABLE_CHECKSUM",
        "COMMENT",
        "COMPRESSION",
        "CONNECTION",
        "DELAY_KEY_WRITE",
        "ENCRYPTION",
        "ENGINE_ATTRIBUTE",
        "INSERT_METHOD",
        "KEY_BLOCK_SIZE",
        "MAX_ROWS",
        "MIN_ROWS",
        "PACK_KEYS",
        "PASSWORD",
        "ROW_FORMAT",
        "SECONDARY_ENGINE",
        "SECONDARY_ENGINE_ATTRIBUTE",
        "STATS_AUTO_RECALC",
        "STATS_PERSISTENT",
        "STATS_SAMPLE_PAGES",
        "NODEGROUP",
        "TABLESPACE",
        "STORAGE"
    };

    private final Cursor cursor;
    private final List<TableAction> actions = new ArrayList<>();
    private Optional<String> charset = Optional.empty();
    private Optional<String> collation = Optional.empty();

    private OptionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads all that stand here, be there commas between them or not. */
    static List<TableAction> read(Cursor cursor) {
        return new OptionReader(cursor).read();
    }

    private List<TableAction> read() {
        while (option()) {
            cursor.accept(",");
        }
        if (charset.isPresent() || collation.isPresent()) {
            actions.add(new OptionAction.Texts(CharacterSet.of(charset, collation)));
        }
        return actions;
    }

    private boolean option() {
        if (cursor.at("DEFAULT") && !cursor.peek(1).is("VALUE")) {
            cursor.next();
        }
        if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHARSET") || cursor.accept("CHAR", "SET")) {
            charset = Optional.of(value()).filter(name -> !name.equalsIgnoreCase("default"));
        } else if (cursor.accept("COLLATE")) {
            collation = Optional.of(value());
        } else if (cursor.accept("ENGINE") || cursor.accept("TYPE")) {
            actions.add(new OptionAction.Engine(value()));
        } else if (cursor.atAny(WITH_VALUES)) {
            cursor.next();
            cursor.accept("=");
            cursor.next();
        } else if (cursor.accept("UNION")) {
            cursor.accept("=");
            cursor.parenthesised();
        } else if (cursor.accept("DATA", "DIRECTORY") || cursor.accept("INDEX", "DIRECTORY")) {
            value();
        } else if (cursor.peek().isName() && cursor.peek(1).is("=")) {
            // MariaDB's engines have options of their own.
            cursor.next();
            value();
        } else {
            return cursor.accept("WITH", "SYSTEM", "VERSIONING") || cursor.accept("START", "TRANSACTION");
        }
        return true;
    }

    private String value() {
        cursor.accept("=");
        return cursor.peek().kind() == Kind.NUMBER ? cursor.next().text() : TypeReader.word(cursor);
    }
}
