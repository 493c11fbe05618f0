package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads sequences. */
public final class CatalogSequence {

    /**
     * Whether the role may take no numbers from the sequence {@code c}. It needs USAGE or UPDATE (manual, Sequence Manipulation
     * Functions); a superuser needs neither, and nor does the owner of a sequence on which nothing was ever granted. The server
     * may ask before it has told sequences from the rest, and to ask of a table is an error.
     */
    static final String LOCKED = """
            not (c.relacl is null and c.relowner operator(pg_catalog.=) (
                    select u.oid from pg_catalog.pg_roles u where u.rolname operator(pg_catalog.=) current_user)
                  or (select u.rolsuper from pg_catalog.pg_roles u where u.rolname operator(pg_catalog.=) current_user)
                  or case when c.relkind operator(pg_catalog.=) 'S'
                    then coalesce(pg_catalog.has_sequence_privilege(c.oid, 'USAGE,UPDATE'), true) else true end)""";

    /** Schema, increment, whether the role may not use it, the table whose serial or identity column owns it or 0, name. */
    private static final String SELECTED = """
            select :question, c.oid, pg_catalog.concat_ws(' ',
              c.relnamespace, q.seqincrement,
            """ + LOCKED + """
            ,
              coalesce((
                select d.refobjid
                from pg_catalog.pg_depend d
                where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.objid operator(pg_catalog.=) c.oid
                  and d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.refobjsubid operator(pg_catalog.>) 0
                  and d.deptype operator(pg_catalog.=) any ('{a,i}'::pg_catalog."char"[])
                limit 1), 0::pg_catalog.oid),
              pg_catalog.quote_ident(c.relname))
            from pg_catalog.pg_class c
              join pg_catalog.pg_sequence q on q.seqrelid operator(pg_catalog.=) c.oid
            where c.relnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
            """;

    /** The sequences of the given names. Parameter: the names. */
    static final String NAMED = SELECTED + "  and c.relname operator(pg_catalog.=) any (?::pg_catalog.text[])";

    /** All sequences but those of extensions. */
    static final String ALL = SELECTED + """
              and not exists (
                select from pg_catalog.pg_depend d
                where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.objid operator(pg_catalog.=) c.oid and d.deptype operator(pg_catalog.=) 'e')""";

    private final Sequence sequence;
    private final boolean locked;
    private final long owner;

    private CatalogSequence(String row, PostgresPath path) {
        CatalogText text = new CatalogText(row);
        String schema = path.name(text.number());
        OptionalLong increment = OptionalLong.of(text.number());
        this.locked = text.truth();
        this.owner = text.number();
        Sequence.Role role = owner == 0 ? Sequence.Role.UNSTATED : Sequence.Role.OWNED;
        this.sequence = new Sequence(ObjectName.of(schema, text.name()), role, increment, Origin.NONE);
    }

    /** The sequences that are meant: those that the expectation's names resolve to, or all but those of excluded tables. */
    public static List<Sequence> wanted(PostgresAnswers answers, InspectionScope scope, PostgresPath path) {
        Map<ObjectName, CatalogSequence> byName = read(answers, path);
        Optional<Schema> expected = scope.expected();
        if (expected.isPresent()) {
            return meant(expected.get(), byName, path);
        }
        TableGlobs excluded = new TableGlobs(scope.exclude());
        return byName.values().stream()
                .filter(facts -> path.isCaptured(facts.sequence.name()) && !facts.isOfExcluded(excluded, answers, path))
                .map(facts -> facts.sequence)
                .toList();
    }

    private static List<Sequence> meant(Schema expected, Map<ObjectName, CatalogSequence> byName, PostgresPath path) {
        Map<ObjectName, Sequence> meant = new LinkedHashMap<>();
        for (Sequence wanted : expected.sequences()) {
            Optional<CatalogSequence> facts = path.find(wanted.name(), byName);
            if (facts.isPresent()) {
                meant.put(facts.get().sequence.name(), facts.get().sequence);
            }
        }
        return List.copyOf(meant.values());
    }

    /** Those of the sequences that were read from which the role may take no numbers. */
    public static Set<ObjectName> locked(PostgresAnswers answers, PostgresPath path) {
        Set<ObjectName> locked = new HashSet<>();
        for (CatalogSequence facts : read(answers, path).values()) {
            if (facts.locked) {
                locked.add(facts.sequence.name());
            }
        }
        return locked;
    }

    private static Map<ObjectName, CatalogSequence> read(PostgresAnswers answers, PostgresPath path) {
        Map<ObjectName, CatalogSequence> byName = new TreeMap<>();
        for (PostgresQuestion question : List.of(PostgresQuestion.SEQUENCES, PostgresQuestion.ALL_SEQUENCES)) {
            for (String row : answers.all(question).values()) {
                CatalogSequence facts = new CatalogSequence(row, path);
                byName.put(facts.sequence.name(), facts);
            }
        }
        return byName;
    }

    private boolean isOfExcluded(TableGlobs excluded, PostgresAnswers answers, PostgresPath path) {
        return answers.text(PostgresQuestion.RELATIONS, owner)
                .map(row -> CatalogRelation.read(owner, row, path).name())
                .filter(excluded::match)
                .isPresent();
    }
}
