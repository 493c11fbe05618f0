package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.catalog.DigestFact.Part;
import dev.schemaguard.database.mysql.server.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statement in which the server makes digests. It looks once into each view of the catalog, makes SHA-256 of each row, puts those
 * of a table together in the order of their bytes and makes SHA-256 of that: joins of these views take long, and what is put together
 * so has a length that tells whether all of it is there. Each row of the answer begins with what it tells.
 */
final class DigestStatement {

    /** Who asks, and where: its second column is the account, its third the database. */
    static final String SESSION = "session";

    /** A table and its digest, which is null where the server could not put it together. */
    static final String TABLE = "table";

    /** The same of a view. */
    static final String VIEW = "view";

    /** What the account itself may do with a table, or with all of the schema where no table is named. */
    static final String RIGHTS = "rights";

    /** A table, and another one that nobody asked for and that refers to it. */
    static final String REFERENCE = "reference";

    /** From here on all of a schema is digested: lists of names in each part cost the server more. */
    private static final int MOST_NAMES = 200;

    /** Of each fact the 32 bytes of SHA-256, and one between two of them. */
    private static final String WHOLE = "length(d.facts) = 33 * d.n - 1";

    /** The account as the catalog's views of privileges spell it. */
    private static final String ME = """
            cast(concat('''',
              left(current_user(), char_length(current_user()) - char_length(substring_index(current_user(), '@', -1)) - 1),
              '''@''', substring_index(current_user(), '@', -1), '''') as binary)""";

    /** Where MySQL folds names, theirs is a collation that goes with no other. */
    private static final String TEXT = "convert(%s using utf8mb4) collate utf8mb4_bin";

    private static final String ASKING =
            "select '" + SESSION + "' as kind, " + TEXT.formatted("current_user()") + " as name, " + TEXT + " as said";

    private static final String DIGESTS = "select if(d.view, 'view', 'table'), " + TEXT.formatted("d.name") + """
            , if(%s, sha2(concat(%s, ' ', d.facts), 256), null)
            from (
              select max(f.name) as name, max(f.view) as view, count(*) as n,
                group_concat(f.fact order by f.fact separator ' ') as facts
              from (
            %s
              ) f
              group by cast(f.name as binary)) d""";

    private static final String TABLES = """
            select t.TABLE_NAME as name, t.TABLE_TYPE = 'VIEW' as view, %s as fact
            from information_schema.TABLES t
            where\s""";

    private static final String COLUMNS = """
            select c.TABLE_NAME, false, %s
            from information_schema.COLUMNS c
            where\s""";

    private static final String INDEXES = """
            select s.TABLE_NAME, false, %s
            from information_schema.STATISTICS s
            where\s""";

    private static final String KEYS = """
            select k.TABLE_NAME, false, %s
            from information_schema.KEY_COLUMN_USAGE k
            where k.REFERENCED_TABLE_NAME is not null and\s""";

    private static final String RULES = """
            select r.TABLE_NAME, false, %s
            from information_schema.REFERENTIAL_CONSTRAINTS r
            where\s""";

    /** MariaDB: a check knows its table. */
    private static final String CHECKS = """
            select h.TABLE_NAME, false, %s
            from information_schema.CHECK_CONSTRAINTS h
            where\s""";

    /** MySQL: names of checks are unique in a schema, and another view knows the table (manual, 26.3.5 and 26.3.42). */
    private static final String NAMED_CHECKS = """
            select max(k.name), false, %s
            from (
              select h.CONSTRAINT_NAME as joint, h.TABLE_NAME as name, %s as named, null as clause
              from information_schema.TABLE_CONSTRAINTS h
              where h.CONSTRAINT_TYPE = 'CHECK' and %s
              union all
              select h.CONSTRAINT_NAME, null, null, %s
              from information_schema.CHECK_CONSTRAINTS h
              where %s) k
            group by cast(k.joint as binary)
            having max(k.name) is not null""";

    private static final String TRIGGERS = """
            select g.EVENT_OBJECT_TABLE, false, %s
            from information_schema.TRIGGERS g
            where g.EVENT_MANIPULATION = 'INSERT' and g.ACTION_TIMING = 'BEFORE' and\s""";

    private static final String VIEWS = """
            select v.TABLE_NAME, false, %s
            from information_schema.VIEWS v
            where\s""";

    /** What is granted everywhere tells nothing where parts of it can be taken back (MySQL manual, 6.2.12). */
    private static final String RIGHTS_EVERYWHERE = """
            select 'rights', null, group_concat(p.PRIVILEGE_TYPE)
            from information_schema.USER_PRIVILEGES p
            where cast(p.GRANTEE as binary) = %s and %s""";

    /** Of several patterns that fit the server takes one, so that they tell nothing; an active role of MySQL may hide any of them. */
    private static final String RIGHTS_ON_SCHEMA = """
            select 'rights', null, group_concat(p.PRIVILEGE_TYPE)
            from information_schema.SCHEMA_PRIVILEGES p
            where cast(p.GRANTEE as binary) = %1$s and %5$s and (cast(p.TABLE_SCHEMA as binary) = cast(%2$s as binary) or %4$s
              and convert(%3$s using utf8mb4) collate utf8mb4_bin like convert(p.TABLE_SCHEMA using utf8mb4) collate utf8mb4_bin)
            having count(distinct cast(p.TABLE_SCHEMA as binary)) = 1""";

    /** Two tables may have names that differ in case. */
    private static final String RIGHTS_ON_TABLES = "select 'rights', " + TEXT.formatted("max(p.TABLE_NAME)") + """
            , group_concat(p.PRIVILEGE_TYPE)
            from information_schema.TABLE_PRIVILEGES p
            where cast(p.GRANTEE as binary) = %s and cast(p.TABLE_SCHEMA as binary) = cast(%s as binary) and %s
            group by cast(p.TABLE_NAME as binary)""";

    /** Whoever refers is told from those that were asked for by the bytes of its name. */
    private static final String REFERENCES = "select 'reference', " + TEXT.formatted("r.REFERENCED_TABLE_NAME") + ", "
            + TEXT.formatted("r.TABLE_NAME") + """

            from information_schema.REFERENTIAL_CONSTRAINTS r
            where r.UNIQUE_CONSTRAINT_SCHEMA = %s and\s""";

    private final Product product;
    private final Optional<String> schema;
    private final List<String> names;
    private final Set<DigestFact> facts;
    private final List<String> values = new ArrayList<>();

    /**
     * A statement about tables and views of one schema.
     *
     * @param product which server makes them
     * @param schema the schema; the connection's database where empty
     * @param names their names
     * @param facts what of them
     */
    DigestStatement(Product product, Optional<String> schema, List<String> names, Set<DigestFact> facts) {
        this.product = product;
        this.schema = schema;
        this.names = names;
        this.facts = facts;
    }

    /** What stands for the question marks of {@link #select}, once that was made. */
    List<String> values() {
        return values;
    }

    /** The statement. */
    String select() {
        List<String> parts = new ArrayList<>();
        parts.add(ASKING.formatted(home()));
        parts.add(DIGESTS.formatted(
                WHOLE, DigestFact.row(product, facts, Part.SESSION), String.join(" union all\n", rows())));
        String forSure = product == Product.MARIADB ? "true" : "@@partial_revokes = 0";
        parts.add(RIGHTS_EVERYWHERE.formatted(ME, forSure));
        String byItself = product == Product.MARIADB ? "true" : "current_role() = 'NONE'";
        parts.add(RIGHTS_ON_SCHEMA.formatted(ME, home(), home(), forSure, byItself));
        parts.add(RIGHTS_ON_TABLES.formatted(ME, home(), named("p.TABLE_SCHEMA", "p.TABLE_NAME")));
        parts.add(references());
        return String.join("\nunion all\n", parts);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(TABLES.formatted(hash(Part.TABLE)) + named("t.TABLE_SCHEMA", "t.TABLE_NAME"));
        rows.add(COLUMNS.formatted(hash(Part.COLUMN)) + named("c.TABLE_SCHEMA", "c.TABLE_NAME"));
        rows.add(INDEXES.formatted(hash(Part.INDEX)) + named("s.TABLE_SCHEMA", "s.TABLE_NAME"));
        rows.add(KEYS.formatted(hash(Part.KEY)) + named("k.TABLE_SCHEMA", "k.TABLE_NAME"));
        rows.add(RULES.formatted(hash(Part.RULES)) + named("r.CONSTRAINT_SCHEMA", "r.TABLE_NAME"));
        rows.add(checks());
        if (DigestFact.isAnyOf(facts, Part.TRIGGER)) {
            rows.add(TRIGGERS.formatted(hash(Part.TRIGGER)) + named("g.EVENT_OBJECT_SCHEMA", "g.EVENT_OBJECT_TABLE"));
        }
        if (DigestFact.isAnyOf(facts, Part.VIEW)) {
            rows.add(VIEWS.formatted(hash(Part.VIEW)) + named("v.TABLE_SCHEMA", "v.TABLE_NAME"));
        }
        return rows;
    }

    private String checks() {
        if (product == Product.MARIADB) {
            return CHECKS.formatted(hash(Part.CHECK, Part.CLAUSE)) + named("h.CONSTRAINT_SCHEMA", "h.TABLE_NAME");
        }
        // What one of the two views does not show leaves its mark, for null would be no fact at all.
        return NAMED_CHECKS.formatted(
                "unhex(sha2(concat(coalesce(max(k.named), 'none'), coalesce(max(k.clause), 'none')), 256))",
                hash(Part.CHECK),
                named("h.TABLE_SCHEMA", "h.TABLE_NAME"),
                hash(Part.CLAUSE),
                "h.CONSTRAINT_SCHEMA = " + home());
    }

    private String references() {
        String references = REFERENCES.formatted(home()) + "r.CONSTRAINT_SCHEMA = " + home();
        if (names.size() > MOST_NAMES) {
            return references;
        }
        values.addAll(names);
        values.addAll(names);
        return references + " and r.REFERENCED_TABLE_NAME in " + marks() + " and cast(r.TABLE_NAME as binary) not in "
                + marks();
    }

    private String hash(Part... parts) {
        return "unhex(sha2(" + DigestFact.row(product, facts, parts) + ", 256))";
    }

    /** The schema; where it is the connection's database, the server is not told what it knows. */
    private String home() {
        if (schema.isEmpty()) {
            return "database()";
        }
        values.add(schema.get());
        return "?";
    }

    private String named(String schemaColumn, String tableColumn) {
        String inSchema = schemaColumn + " = " + home();
        if (names.size() > MOST_NAMES) {
            return inSchema;
        }
        values.addAll(names);
        return inSchema + " and " + tableColumn + " in " + marks();
    }

    private String marks() {
        return "(" + String.join(",", Collections.nCopies(names.size(), "?")) + ")";
    }
}
