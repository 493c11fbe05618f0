package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.DraftTable;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of a table as a whole, as far as statements about its columns and keys hang on it.
 *
 * @param table the table, which keeps it
 */
record TableOptions(DraftTable table) {

    private static final String ENGINE = "engine";
    private static final String CHARSET = "charset";
    private static final String COLLATION = "collation";

    /** The engines that keep foreign keys; others take no notice of them (manual, 15.1.20.5). */
    private static final Set<String> KEEPING = Set.of("", "innodb", "ndb", "ndbcluster");

    /** Which engine keeps it, in lower case. */
    void engine(String name) {
        table.notes().put(ENGINE, name);
    }

    /** What columns get that say nothing of their texts. */
    CharacterSet characterSet() {
        return new CharacterSet(
                Optional.ofNullable(table.notes().get(CHARSET)),
                Optional.ofNullable(table.notes().get(COLLATION)));
    }

    void characterSet(CharacterSet set) {
        table.notes().remove(CHARSET);
        table.notes().remove(COLLATION);
        set.charset().ifPresent(name -> table.notes().put(CHARSET, name));
        set.collation().ifPresent(name -> table.notes().put(COLLATION, name));
    }

    private String engine() {
        return table.notes().getOrDefault(ENGINE, "");
    }

    boolean keepsForeignKeys() {
        return KEEPING.contains(engine());
    }

    /** How an index is kept: but for the engine in memory none asks what a statement says of hashes. */
    String method(String written) {
        boolean inMemory = engine().equals("memory") || engine().equals("heap");
        if (written.equals("fulltext") || written.equals("spatial")) {
            return written;
        }
        return inMemory && !written.equals("btree") ? "hash" : "btree";
    }
}
