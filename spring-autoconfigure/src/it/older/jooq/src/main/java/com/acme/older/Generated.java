package com.acme.older;

import java.util.List;
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
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;

/** A schema as jOOQ's generator writes it, in short. */
public class Generated extends SchemaImpl {

    private static final long serialVersionUID = 1L;

    public static final Generated GENERATED = new Generated();

    private Generated() {
        super(DSL.name("PUBLIC"), null);
    }

    @Override
    public List<Table<?>> getTables() {
        return List.of(Notes.NOTES);
    }

    public static class Notes extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        public static final Notes NOTES = new Notes(DSL.name("NOTE"));

        public final TableField<Record, Long> ID =
                createField(DSL.name("ID"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
        public final TableField<Record, String> TEXT =
                createField(DSL.name("TEXT"), SQLDataType.VARCHAR(200), this, "");

        private Notes(Name alias) {
            super(alias, null, (Table<Record>) null, null, DSL.comment(""), TableOptions.table());
        }

        @Override
        public Schema getSchema() {
            return GENERATED;
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(NOTES, DSL.name("NOTE_PKEY"), new TableField[] {NOTES.ID}, true);
        }
    }
}
