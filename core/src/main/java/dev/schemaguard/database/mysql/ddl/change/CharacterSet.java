package dev.schemaguard.database.mysql.ddl.change;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How texts are kept and compared, as far as it is known: what a table or a database has by default hangs on the server.
 *
 * @param charset the character set
 * @param collation the collation
 */
public record CharacterSet(Optional<String> charset, Optional<String> collation) {

    /** Nothing is known. */
    public static final CharacterSet UNKNOWN = new CharacterSet(Optional.empty(), Optional.empty());

    /** The collations of character sets that are the same on every version and cannot be set otherwise. */
    private static final Map<String, String> USUAL = Map.of(
            "latin1", "latin1_swedish_ci",
            "latin2", "latin2_general_ci",
            "ascii", "ascii_general_ci",
            "cp1251", "cp1251_general_ci",
            "koi8r", "koi8r_general_ci",
            "gbk", "gbk_chinese_ci",
            "binary", "binary");

    private static final Map<String, Integer> BYTES = Map.of(
            "latin1", 1, "latin2", 1, "ascii", 1, "cp1251", 1, "koi8r", 1, "gbk", 2, "ucs2", 2, "utf8mb3", 3, "utf8mb4",
            4, "utf16", 4);

    /** The most bytes that a character of any character set has. */
    static final int MOST_BYTES = 4;

    /** A character set, with the collation that goes with it where that is certain. */
    public static CharacterSet of(String written) {
        String charset = spelled(written);
        return new CharacterSet(Optional.of(charset), Optional.ofNullable(USUAL.get(charset)));
    }

    /** What is written of a character set, a collation, or both; nothing where neither is. */
    public static CharacterSet of(Optional<String> charset, Optional<String> collation) {
        if (collation.isEmpty()) {
            return charset.map(CharacterSet::of).orElse(UNKNOWN);
        }
        String name = spelled(collation.get());
        // A collation such as uca1400_ai_ci goes with any character set and is listed with it.
        boolean free = name.startsWith("uca1400");
        Optional<String> own = charset.map(CharacterSet::spelled)
                .or(() -> free ? Optional.empty() : Optional.of(name.split("_", 2)[0]));
        return new CharacterSet(own, free ? own.map(set -> set + "_" + name) : Optional.of(name));
    }

    /** The binary collation of this character set. */
    CharacterSet binary() {
        return new CharacterSet(charset, charset.map(name -> name.equals("binary") ? name : name + "_bin"));
    }

    boolean isUnknown() {
        return charset.isEmpty() && collation.isEmpty();
    }

    /** How many bytes a character has at most; nothing where that is not known. */
    Optional<Integer> bytes() {
        return charset.map(BYTES::get);
    }

    /** {@code utf8} is the old name of {@code utf8mb3}, which newer servers give. */
    static String spelled(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.equals("utf8") || name.startsWith("utf8_") ? "utf8mb3" + name.substring(4) : name;
    }
}
