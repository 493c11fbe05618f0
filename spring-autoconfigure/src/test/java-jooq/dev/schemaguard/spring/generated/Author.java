package dev.schemaguard.spring.generated;

import org.jooq.Identity;
import org.jooq.Name;
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
public class Author extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    public static final Author AUTHOR = new Author(DSL.name("author"));

    public final TableField<Record, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(80).nullable(false), this, "");

    public static final UniqueKey<Record> AUTHOR_PKEY =
            Internal.createUniqueKey(AUTHOR, DSL.name("author_pkey"), new TableField[] {AUTHOR.ID}, true);

    private Author(Name alias) {
        super(alias, null, (Table<Record>) null, null, DSL.comment(""), TableOptions.table());
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }

    @Override
    public Identity<Record, Long> getIdentity() {
        return (Identity<Record, Long>) super.getIdentity();
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return AUTHOR_PKEY;
    }
}
