package dev.schemaguard.source.snapshot;

import static dev.schemaguard.model.Constraint.Enforcement.ORDINARY;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.UserType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The schema of a blog, with something of everything that a snapshot can hold. */
final class BlogSchema {

    private static final Set<Family> TABLE_FAMILIES = EnumSet.of(
            Family.COLUMNS,
            Family.PRIMARY_KEYS,
            Family.UNIQUE_KEYS,
            Family.FOREIGN_KEYS,
            Family.CHECKS,
            Family.INDEXES);

    private BlogSchema() {}

    static Schema live() {
        return Schema.builder()
                .complete(EnumSet.allOf(Family.class))
                .type(new UserType.EnumType(
                        ObjectName.of("mood"), List.of("sad", "it's ok", "happy"), Origin.of("V1__init.sql", 1)))
                .type(domain())
                .type(new UserType.CompositeType(ObjectName.of("money_amount"), amount(), Origin.NONE))
                .type(new UserType.RangeType(ObjectName.of("float_range"), type("double precision"), Origin.NONE))
                .type(new UserType.OpaqueType(ObjectName.of("ext", "citext"), Origin.NONE))
                .sequence(new Sequence(
                        ObjectName.of("order_numbers"), Sequence.Role.GENERATOR, OptionalLong.of(50), Origin.NONE))
                .sequence(new Sequence(
                        ObjectName.of("posts_id_seq"), Sequence.Role.OWNED, OptionalLong.of(1), Origin.NONE))
                .table(businesses())
                .table(posts())
                .table(recentPosts())
                .gap(Gap.everywhere(Origin.of("V9__loop.sql", 12), "DO block with DDL"))
                .gap(Gap.of(Origin.NONE, "CREATE TABLE AS", Set.of(ObjectName.of("posts"), ObjectName.of("archive"))))
                .build();
    }

    private static UserType domain() {
        return new UserType.DomainType(
                ObjectName.of("app", "Email.Address"),
                ColumnType.of("character varying", "320"),
                Nullability.NOT_NULL,
                ColumnDefault.NONE,
                List.of(new SqlText("VALUE LIKE '%@%'", "VALUE::text LIKE '%@%'")),
                Origin.NONE);
    }

    private static Map<String, ColumnType> amount() {
        Map<String, ColumnType> attributes = new LinkedHashMap<>();
        attributes.put("value", ColumnType.of("numeric", "12", "2"));
        attributes.put("currency", ColumnType.of("character", "3"));
        return attributes;
    }

    private static Table businesses() {
        return Table.builder(ObjectName.of("app", "businesses"))
                .complete(TABLE_FAMILIES)
                .column(ordinary("id", "uuid")
                        .notNull()
                        .columnDefault("gen_random_uuid()")
                        .build())
                .column(ordinary("name", "text").notNull().collation("de-x-icu").build())
                .constraint(new Constraint.PrimaryKey("businesses_pkey", List.of("id"), ORDINARY, Origin.NONE))
                .build();
    }

    private static Table posts() {
        return Table.builder(ObjectName.of("posts"))
                .complete(TABLE_FAMILIES)
                .origin(Origin.of("V1__init.sql", 3))
                .column(ordinary("id", "bigint")
                        .notNull()
                        .identity(Identity.BY_DEFAULT)
                        .build())
                .column(ordinary("business_id", "uuid").build())
                .column(ordinary("title", ColumnType.of("character varying", "200"))
                        .notNull()
                        .build())
                .column(ordinary("tags", type("text").toArray())
                        .columnDefault("'{}'")
                        .build())
                .column(ordinary("mood", "mood").build())
                .column(ordinary("quality", "jsonb")
                        .notNull()
                        .columnDefault("'\"draft\"'")
                        .origin(Origin.of("V7__quality.sql", 3))
                        .build())
                .column(ordinary("title_length", "integer")
                        .generation(new Generation.Stored(new SqlText("length(title)", "length(title::text)")))
                        .build())
                .column(ordinary("created_at", "timestamp with time zone")
                        .notNull()
                        .columnDefault("now()")
                        .build())
                .constraint(new Constraint.PrimaryKey("posts_pkey", List.of("id"), ORDINARY, Origin.NONE))
                .constraint(new Constraint.UniqueKey(
                        "posts_title_key", List.of("business_id", "title"), true, ORDINARY, Origin.NONE))
                .constraint(reference())
                .constraint(new Constraint.Check("posts_title_check", "title <> ''", ORDINARY, Origin.NONE))
                .constraint(new Constraint.Exclusion(
                        "posts_no_overlap", "USING gist (mood WITH =)", new Enforcement(true, true, true), Origin.NONE))
                .index(index(
                        "posts_recent",
                        "btree",
                        "quality IS NOT NULL",
                        new Index.ColumnPart("created_at", true, true),
                        new Index.ExpressionPart("lower(title)", false, false),
                        Index.ColumnPart.of("id")))
                .index(index("posts_tags", "gin", "", Index.ColumnPart.of("tags")))
                .build();
    }

    private static Constraint reference() {
        return new Constraint.ForeignKey(
                "posts_business_id_fkey",
                List.of("business_id"),
                ObjectName.of("app", "businesses"),
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.NO_ACTION,
                new Enforcement(false, false, true),
                Origin.NONE);
    }

    private static Table recentPosts() {
        return Table.builder(ObjectName.of("recent_posts"))
                .kind(TableKind.MATERIALIZED_VIEW)
                .complete(EnumSet.of(Family.COLUMNS))
                .column(Column.builder("id").type(type("bigint")).build())
                .readOnly()
                .build();
    }

    private static Index index(String name, String method, String predicate, Index.Part... parts) {
        return new Index(name, method, List.of(parts), List.of(), false, false, predicate, true, Origin.NONE);
    }

    private static Column.Builder ordinary(String name, String type) {
        return ordinary(name, type(type));
    }

    private static Column.Builder ordinary(String name, ColumnType type) {
        return Column.builder(name)
                .type(type)
                .nullable()
                .columnDefault(ColumnDefault.NONE)
                .identity(Identity.NONE)
                .generation(Generation.NONE);
    }

    private static ColumnType.Named type(String name) {
        return ColumnType.of(name);
    }
}
