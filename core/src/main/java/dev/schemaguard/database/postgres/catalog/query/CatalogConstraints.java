package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.TextPool;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the constraints that are more than their index: foreign keys, checks and exclusions. */
public final class CatalogConstraints {

    /**
     * Kind, letters and what the kind is made of, one row a table: of a key only which index it owns. The rows that a foreign
     * key to a partitioned table adds for each partition are left out, and so are those of NOT NULL, which PostgreSQL 18
     * lists by another letter. Parameter: the kinds to read.
     */
    static final String CONSTRAINTS = """
            select :question, k.conrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              case when k.conperiod and k.contype operator(pg_catalog.<>) 'f' then 'x' else k.contype end,
              pg_catalog.concat('-', case when k.condeferrable then 'd' end, case when k.convalidated then 'v' end,
                case when k.conenforced then 'e' end),
              pg_catalog.quote_ident(k.conname),
              case
                when k.contype operator(pg_catalog.=) 'f' then pg_catalog.concat_ws(' ',
                  k.confrelid, k.confdeltype, k.confupdtype, k.conkey, k.confkey)
                when k.contype operator(pg_catalog.=) 'c' then
                  pg_catalog.quote_nullable(pg_catalog.pg_get_expr(k.conbin, k.conrelid))
                when k.conperiod or k.contype operator(pg_catalog.=) 'x' then pg_catalog.concat_ws(' ',
                  k.conindid, pg_catalog.quote_nullable(pg_catalog.pg_get_constraintdef(k.oid)))
                else k.conindid::pg_catalog.text
              end), ' ')
            from pg_catalog.pg_constraint k
            where k.conrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and k.contype operator(pg_catalog.=) any (?::pg_catalog."char"[])
              and (k.conparentid operator(pg_catalog.=) 0::pg_catalog.oid or not exists (
                select from pg_catalog.pg_constraint p
                where p.oid operator(pg_catalog.=) k.conparentid and p.conrelid operator(pg_catalog.=) k.conrelid))
            group by k.conrelid""";

    private final RelationNames relations;
    private final PostgresExpressions spelling;
    private final TextPool pool;
    private final List<Constraint> constraints = new ArrayList<>();
    private final Set<Long> uniqueKeys = new HashSet<>();
    private final Set<Long> owned = new HashSet<>();

    public CatalogConstraints(RelationNames relations, PostgresExpressions spelling, TextPool pool) {
        this.relations = relations;
        this.spelling = spelling;
        this.pool = pool;
    }

    /** Reads one row of {@link #CONSTRAINTS}. */
    public void read(String row, ColumnNames columnNames) {
        CatalogText text = new CatalogText(row, pool);
        while (text.hasNext()) {
            char kind = text.word().charAt(0);
            int letters = text.letters();
            String name = text.name();
            switch (kind) {
                case 'f' -> constraints.add(foreignKey(name, letters, text, columnNames));
                case 'c' ->
                    constraints.add(new Constraint.Check(
                            name, spelling.expression(text.expression()), enforcement(letters), Origin.NONE));
                case 'x' -> {
                    owned.add(text.number());
                    constraints.add(
                            new Constraint.Exclusion(name, text.expression(), enforcement(letters), Origin.NONE));
                }
                case 'u' -> uniqueKeys.add(text.number());
                default -> text.number();
            }
        }
    }

    /** Foreign keys, checks and exclusions, by name. */
    public List<Constraint> constraints() {
        if (constraints.size() > 1) {
            constraints.sort(Comparator.comparing(Constraint::name));
        }
        return constraints;
    }

    /** Whether a unique constraint owns the index. */
    public boolean ownsAsUniqueKey(long index) {
        return uniqueKeys.contains(index);
    }

    /** Whether a constraint of another kind owns the index. */
    public boolean ownsAsExclusion(long index) {
        return owned.contains(index);
    }

    private Constraint.ForeignKey foreignKey(String name, int letters, CatalogText text, ColumnNames columnNames) {
        long target = text.number();
        ReferentialAction onDelete = action(text.word());
        ReferentialAction onUpdate = action(text.word());
        List<String> columns = columnNames.of(text.numbers());
        List<String> targetColumns = relations.columns(target, text.numbers());
        return new Constraint.ForeignKey(
                name,
                columns,
                relations.name(target),
                targetColumns,
                onDelete,
                onUpdate,
                enforcement(letters),
                Origin.NONE);
    }

    static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Enforcement enforcement(int letters) {
        boolean deferrable = CatalogText.has(letters, 'd');
        boolean validated = CatalogText.has(letters, 'v');
        boolean enforced = CatalogText.has(letters, 'e');
        return !deferrable && validated && enforced
                ? Enforcement.ORDINARY
                : new Enforcement(deferrable, validated, enforced);
    }
}
