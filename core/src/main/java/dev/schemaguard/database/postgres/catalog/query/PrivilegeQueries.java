package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.TableKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the connected role can do with a table. */
public final class PrivilegeQueries {

    /** Privileges on single columns, where the role lacks one on the whole table and columns have grants of their own. */
    static final String COLUMN_PRIVILEGES = """
            select :question, a.attrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ', a.attnum, pg_catalog.concat('-',
              case when pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT') then 'S' end,
              case when pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'INSERT') then 'I' end,
              case when pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'UPDATE') then 'U' end)), ' ')
            from pg_catalog.pg_attribute a
            where a.attrelid operator(pg_catalog.=) any (array(
                select r.oid from relation r where r.privileges operator(pg_catalog.<>) '-SIUD'))
              and a.attnum operator(pg_catalog.>) 0 and a.attacl is not null and not a.attisdropped
            group by a.attrelid""";

    /** The columns of views that take writes. */
    static final String UPDATABLE_COLUMNS = """
            select :question, a.attrelid, pg_catalog.string_agg(a.attnum::pg_catalog.text, ' ')
            from pg_catalog.pg_attribute a
            where a.attrelid operator(pg_catalog.=) any (array(
                select r.oid from relation r
                where r.relkind operator(pg_catalog.=) 'v'))
              and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
              and pg_catalog.pg_column_is_updatable(a.attrelid, a.attnum, true)
            group by a.attrelid""";

    /**
     * The tables with a row trigger that runs before or instead of an insert and is not switched off for ordinary sessions.
     * The bits of {@code tgtype}: 1 for each row, 2 before, 4 insert, 64 instead.
     */
    static final String TRIGGERS = """
            select :question, t.tgrelid, ''
            from pg_catalog.pg_trigger t
            where t.tgrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and not t.tgisinternal
              and t.tgenabled operator(pg_catalog.=) any ('{O,A}'::pg_catalog."char"[])
              and (t.tgtype operator(pg_catalog.&) 5::pg_catalog.int2) operator(pg_catalog.=) 5
              and (t.tgtype operator(pg_catalog.&) 66::pg_catalog.int2) operator(pg_catalog.<>) 0""";

    /**
     * The columns whose default takes a number from a sequence that the role may not use, with its schema and name. The number
     * of an identity column asks for no privilege, and its sequence stands behind no default. Who may use all, as most do,
     * costs one look at each sequence.
     */
    static final String LOCKED_SEQUENCES = """
            select :question, f.adrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              f.adnum, pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname)), ' ')
            from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
              join pg_catalog.pg_depend d on d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.refobjid operator(pg_catalog.=) c.oid
                and d.classid operator(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
              join pg_catalog.pg_attrdef f on f.oid operator(pg_catalog.=) d.objid
            where c.relkind operator(pg_catalog.=) 'S'
              and f.adrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
            """ + "  and " + CatalogSequence.LOCKED + "\ngroup by f.adrelid";

    private static final Set<Privilege> EVERY =
            Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private PrivilegeQueries() {}

    /** What the role can do with a table, by what the catalog answered. */
    public static Capabilities of(
            CatalogRelation relation, PostgresAnswers answers, ColumnNames columnNames, Set<String> looseColumns) {
        Presence trigger = answers.wasAsked(PostgresQuestion.TRIGGERS)
                ? Presence.of(
                        answers.text(PostgresQuestion.TRIGGERS, relation.oid()).isPresent())
                : Presence.UNSTATED;
        Optional<String> ofColumns = answers.text(PostgresQuestion.COLUMN_PRIVILEGES, relation.oid());
        Optional<String> locked = answers.text(PostgresQuestion.LOCKED_SEQUENCES, relation.oid());
        Optional<String> inbound = answers.text(PostgresQuestion.INBOUND_KEYS, relation.oid());
        return new Capabilities(
                relation.insertable(),
                trigger,
                true,
                privileges(relation.privileges()),
                ofColumns.isPresent() ? privileges(ofColumns.get(), columnNames) : Map.of(),
                locked.isPresent() ? lockedSequences(locked.get(), columnNames) : Map.of(),
                looseColumns,
                relation.kind() == TableKind.PARTITIONED_TABLE
                        ? Presence.of(relation.hasDefaultPartition())
                        : Presence.UNSTATED,
                relation.meetsRowSecurity(),
                inbound.isPresent() ? InboundKeyQueries.read(inbound.get(), columnNames) : List.of());
    }

    private static Map<String, ObjectName> lockedSequences(String row, ColumnNames columnNames) {
        Map<String, ObjectName> locked = new LinkedHashMap<>();
        CatalogText text = new CatalogText(row);
        while (text.hasNext()) {
            String column = columnNames.get(text.integer());
            String schema = text.name();
            ObjectName sequence = ObjectName.of(schema, text.name());
            if (column != null) {
                locked.put(column, sequence);
            }
        }
        return locked;
    }

    private static Map<String, Set<Privilege>> privileges(String row, ColumnNames columnNames) {
        Map<String, Set<Privilege>> ofColumns = new LinkedHashMap<>();
        CatalogText text = new CatalogText(row);
        while (text.hasNext()) {
            String column = columnNames.get(text.integer());
            Set<Privilege> granted = privileges(text.word());
            if (column != null && !granted.isEmpty()) {
                ofColumns.put(column, granted);
            }
        }
        return ofColumns;
    }

    private static Set<Privilege> privileges(String letters) {
        return letters.equals("-SIUD") ? EVERY : some(letters);
    }

    private static Set<Privilege> some(String letters) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (Privilege privilege : EVERY) {
            if (letters.indexOf(privilege.name().charAt(0)) >= 0) {
                privileges.add(privilege);
            }
        }
        return privileges;
    }
}
