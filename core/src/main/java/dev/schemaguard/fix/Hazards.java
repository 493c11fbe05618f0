package dev.schemaguard.fix;

import dev.schemaguard.model.ObjectName;

/** What statements do to a running system, in the words of the report. */
public final class Hazards {

    public static final String BRIEF_LOCK = "takes a brief ACCESS EXCLUSIVE lock: set a lock_timeout and try again";
    public static final String REWRITE = "rewrites the whole table under an ACCESS EXCLUSIVE lock";
    public static final String SCAN_UNDER_LOCK = "reads the whole table under an ACCESS EXCLUSIVE lock";
    public static final String WRITE_LOCK = "blocks writes to the table while it reads all of it";
    public static final String SCAN = "reads the whole table, while reads and writes go on";
    public static final String FAILS_ON_DATA = "fails if rows that are there violate it";
    public static final String FAILS_ON_CONVERSION = "fails if a value that is there cannot be converted";
    public static final String DATA_LOSS = "data loss";
    public static final String LESS_PROTECTION = "takes away protection: rows may come in that the rule kept out";
    public static final String OWN_TRANSACTION =
            "does not run in a transaction block; if it breaks off, drop the invalid index"
                    + " that it leaves and run it again";
    public static final String LABEL = "the label cannot be used in the transaction that adds it";
    public static final String BOTH_TABLES = "takes a brief SHARE ROW EXCLUSIVE lock on both tables";

    private Hazards() {}

    static String calls(ObjectName function) {
        return "calls " + function + "(), which runs for every row: know what it does";
    }

    public static String backfill(String update) {
        return "needs a backfill first, in batches: " + update;
    }
}
