package dev.schemaguard.spring.generated;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@SuppressWarnings({"all", "unchecked", "rawtypes", "deprecation", "removal"})
public class Book extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    public static final Book BOOK = new Book(DSL.name("book"));

    public final TableField<Record, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this, "");
    public final TableField<Record, String> ISBN =
            createField(DSL.name("isbn"), SQLDataType.VARCHAR(20).nullable(false), this, "");
    public final TableField<Record, String> TITLE = createField(
            DSL.name("title"),
            SQLDataType.CLOB
                    .nullable(false)
                    .defaultValue(DSL.field(DSL.raw("'untitled'::text"), SQLDataType.CLOB)),
            this,
            "");
    public final TableField<Record, BigDecimal> PRICE =
            createField(DSL.name("price"), SQLDataType.NUMERIC(12, 2), this, "");
    public final TableField<Record, Mood> MOOD =
            createField(DSL.name("mood"), SQLDataType.VARCHAR.asEnumDataType(Mood.class), this, "");
    public final TableField<Record, String[]> TAGS =
            createField(DSL.name("tags"), SQLDataType.VARCHAR.array(), this, "");
    public final TableField<Record, JSONB> EXTRA = createField(DSL.name("extra"), SQLDataType.JSONB, this, "");
    public final TableField<Record, UUID> REFERENCE =
            createField(DSL.name("reference"), SQLDataType.UUID, this, "");
    public final TableField<Record, OffsetDateTime> ADDED = createField(
            DSL.name("added"),
            SQLDataType.TIMESTAMPWITHTIMEZONE(6)
                    .defaultValue(DSL.field(DSL.raw("now()"), SQLDataType.TIMESTAMPWITHTIMEZONE)),
            this,
            "");
    public final TableField<Record, Long> AUTHOR =
            createField(DSL.name("author"), SQLDataType.BIGINT, this, "");

    public static final UniqueKey<Record> BOOK_PKEY =
            Internal.createUniqueKey(BOOK, DSL.name("book_pkey"), new TableField[] {BOOK.ID}, true);
    public static final UniqueKey<Record> BOOK_ISBN_KEY =
            Internal.createUniqueKey(BOOK, DSL.name("book_isbn_key"), new TableField[] {BOOK.ISBN}, true);
    public static final ForeignKey<Record, Record> BOOK_AUTHOR_FKEY = Internal.createForeignKey(
            BOOK,
            DSL.name("book_author_fkey"),
            new TableField[] {BOOK.AUTHOR},
            Author.AUTHOR_PKEY,
            new TableField[] {Author.AUTHOR.ID},
            true);

    private Book(Name alias) {
        super(alias, null, (Table<Record>) null, null, DSL.comment(""), TableOptions.table());
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(Internal.createIndex(
                DSL.name("by_price"), BOOK, new OrderField[] {BOOK.PRICE.desc(), BOOK.ID}, false));
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return BOOK_PKEY;
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(BOOK_ISBN_KEY);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(BOOK_AUTHOR_FKEY);
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(Internal.createCheck(this, DSL.name("book_price_check"), "((price > (0)::numeric))", true));
    }
}
