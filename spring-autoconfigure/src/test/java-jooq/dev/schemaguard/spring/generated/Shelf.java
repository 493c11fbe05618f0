package dev.schemaguard.spring.generated;

import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@SuppressWarnings({"all", "unchecked", "rawtypes", "deprecation", "removal"})
public class Shelf extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    public static final Shelf SHELF = new Shelf(DSL.name("shelf"));

    public final TableField<Record, String> TITLE = createField(DSL.name("title"), SQLDataType.CLOB, this, "");

    private Shelf(Name alias) {
        super(
                alias,
                null,
                (Table<Record>) null,
                null,
                DSL.comment(""),
                TableOptions.view("create view \"shelf\" as  SELECT title FROM book;"));
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }
}
