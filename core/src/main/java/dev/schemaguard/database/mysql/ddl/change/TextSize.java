package dev.schemaguard.database.mysql.ddl.change;

/** The sizes of {@code TEXT} and {@code BLOB} (manual, 13.7). */
public enum TextSize {
    TINY("tiny", 0xFFL),
    PLAIN("", 0xFFFFL),
    MEDIUM("medium", 0xFFFFFFL),
    LONG("long", Long.MAX_VALUE);

    private final String word;
    private final long bytes;

    TextSize(String word, long bytes) {
        this.word = word;
        this.bytes = bytes;
    }

    /** What stands before the type's name. */
    public String word() {
        return word;
    }

    /** The smallest one that holds so many bytes. */
    public static TextSize of(long bytes) {
        for (TextSize size : values()) {
            if (bytes <= size.bytes) {
                return size;
            }
        }
        return LONG;
    }
}
