package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * A column as a statement writes it, before what its table adds.
 *
 * @param column its facts but for character set and collation
 * @param text what is written of its texts; nothing where it holds none
 * @param length how many characters {@code TEXT(300)} is for, which decides its type; nothing where none are written
 * @param also the keys and rules written behind it
 */
public record WrittenColumn(Column column, Optional<Text> text, Optional<Long> length, List<TableAction> also) {

    public WrittenColumn {
        also = List.copyOf(also);
    }

    /**
     * What is written of texts.
     *
     * @param charset the character set
     * @param collation the collation
     * @param binary whether they are compared by their codes
     */
    public record Text(Optional<String> charset, Optional<String> collation, boolean binary) {

        CharacterSet in(CharacterSet table) {
            CharacterSet written = CharacterSet.of(charset, collation);
            boolean free = written.isUnknown() && collation.isPresent();
            CharacterSet own =
                    free ? CharacterSet.of(table.charset(), collation) : written.isUnknown() ? table : written;
            return binary && collation.isEmpty() ? own.binary() : own;
        }
    }

    String name() {
        return column.name();
    }

    /** The column as a table has it whose columns get that character set where they say none. */
    Column in(CharacterSet table) {
        if (text.isEmpty()) {
            return column;
        }
        CharacterSet own = text.get().in(table);
        Column.Builder facts = column.toBuilder();
        own.charset().ifPresent(facts::charset);
        own.collation().ifPresent(facts::collation);
        length.ifPresent(characters -> facts.type(sized(characters, own)));
        return facts.build();
    }

    /** The smallest type that holds so many characters (manual, 13.3.4). */
    private static ColumnType sized(long characters, CharacterSet own) {
        String most = sized(characters * own.bytes().orElse(CharacterSet.MOST_BYTES));
        String least = sized(characters * own.bytes().orElse(1));
        return most.equals(least) ? ColumnType.of(most) : ColumnType.UNSTATED;
    }

    private static String sized(long bytes) {
        return TextSize.of(bytes).word() + "text";
    }
}
