package dev.schemaguard.spring.generated;

import java.util.List;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;

@SuppressWarnings({"all", "deprecation"})
public class Public extends SchemaImpl {

    private static final long serialVersionUID = 1L;

    public static final Public PUBLIC = new Public();

    private Public() {
        super("public", null);
    }

    @Override
    public List<Sequence<?>> getSequences() {
        return List.of(Internal.createSequence(
                "numbers", this, SQLDataType.BIGINT.nullable(false), null, 50, null, null, false, null));
    }

    @Override
    public List<Table<?>> getTables() {
        return List.of(Author.AUTHOR, Book.BOOK, Shelf.SHELF);
    }
}
