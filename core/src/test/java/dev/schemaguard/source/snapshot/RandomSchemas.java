package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
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
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes schemas at random that use every corner of the model, always the same for the same seed. */
final class RandomSchemas {

    private static final List<String> NAMES = List.of(
            "id",
            "posts",
            "quality",
            "Posts",
            "with space",
            " blank ",
            "dot.dot",
            "quo\"te",
            "\"",
            "comma,",
            "par(en)",
            "brack[et]",
            "[]",
            "?",
            "größe",
            "表",
            "\uD83D\uDE00",
            "back\\slash",
            "line\nfeed",
            "tab\t",
            "a:3",
            "0",
            "null",
            "timestamp with time zone",
            "enum",
            "bigint unsigned",
            "'quoted'",
            "order_line_identifier");

    private static final List<String> TEXTS = List.of(
            "",
            "now()",
            "'draft'",
            "'it''s'",
            "'\"quoted\"'",
            "lower(name)",
            "a > 0 AND b < 1",
            "'\\\\'",
            "x\ny",
            "null",
            "\u2028",
            "'</script>'",
            "x".repeat(300));

    private static final List<String> LOCATIONS = List.of(
            "",
            "V7__quality.sql",
            "com.acme.Post#quality",
            "a:3",
            "a:03",
            "a:0",
            "C:\\x.sql",
            ":",
            "x:999999999999",
            "9");

    private static final Family[] TABLE_FAMILIES = {
        Family.COLUMNS, Family.PRIMARY_KEYS, Family.UNIQUE_KEYS, Family.FOREIGN_KEYS, Family.CHECKS, Family.INDEXES
    };

    private final Random random;
    private boolean never;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    Schema next() {
        never = chance(2);
        Schema.Builder schema = Schema.builder()
                .complete(some(Family.values()))
                .searchPath(list(3, this::name))
                .gaps(list(3, this::gap))
                .types(list(5, this::userType))
                .sequences(list(4, this::sequence));
        list(2, this::name).forEach(setting -> schema.setting(setting, text()));
        return schema.tables(list(6, this::table)).build();
    }

    private Table table() {
        Table.Builder table = Table.builder(objectName())
                .kind(any(TableKind.values()))
                .constraints(list(5, this::constraint))
                .indexes(list(4, this::index))
                .parents(list(2, this::objectName))
                .complete(some(TABLE_FAMILIES))
                .notKnown(chance(5) ? Set.of(Family.COLUMNS) : Set.of())
                .rowSecurity(any(Presence.values()))
                .origin(origin());
        for (StatementKind kind : StatementKind.values()) {
            if (chance(4)) {
                table.use(TableUse.UNSTATED.with(kind, any(Use.values())));
            }
        }
        if (chance(5)) {
            table.readOnly();
        }
        for (String name : new LinkedHashSet<>(list(7, this::name))) {
            table.column(column(name));
        }
        return table.build();
    }

    private Column column(String name) {
        Column.Builder column = Column.builder(name)
                .type(type())
                .nullability(any(Nullability.values()))
                .columnDefault(columnDefault())
                .identity(any(Identity.values()))
                .generation(generation())
                .written(any(Use.values()))
                .updatable(any(Presence.values()))
                .origin(origin());
        if (chance(4)) {
            column.charset(text()).collation(text());
        }
        if (!never) {
            column.onUpdate(any(
                    ColumnDefault.NONE,
                    ColumnDefault.UNSTATED,
                    ColumnDefault.of(text()),
                    ColumnDefault.of(text()).written(text())));
        }
        return column.build();
    }

    private ColumnType type() {
        if (chance(8)) {
            return ColumnType.UNSTATED;
        }
        if (chance(8)) {
            List<String> labels = new ArrayList<>(list(3, this::text));
            labels.add(name());
            return new ColumnType.Labelled(any(ColumnType.Labelled.Kind.values()), labels);
        }
        Modifier modifier = Modifier.NONE;
        if (chance(3)) {
            modifier = Modifier.UNSTATED;
        } else if (chance(2)) {
            List<String> arguments = list(3, () -> chance(3) ? text() : chance(2) ? name() : "" + random.nextInt(300));
            modifier = arguments.isEmpty() ? Modifier.NONE : new Modifier.Of(arguments);
        }
        ColumnType.Named type = new ColumnType.Named(objectName(), modifier, chance(4));
        return chance(4) ? type.asUnsigned() : type;
    }

    private ColumnDefault columnDefault() {
        ColumnDefault.Expression stated = ColumnDefault.of(text());
        return any(
                ColumnDefault.NONE,
                ColumnDefault.UNSTATED,
                stated,
                stated.written(text()),
                stated.written(text()).notCompared());
    }

    private Generation generation() {
        return any(Generation.NONE, Generation.UNSTATED, new Generation.Stored(sql()), new Generation.Virtual(sql()));
    }

    private Constraint constraint() {
        String name = chance(3) ? "" : name();
        List<String> columns = key();
        return switch (random.nextInt(5)) {
            case 0 -> new Constraint.PrimaryKey(name, columns, enforcement(), origin());
            case 1 -> new Constraint.UniqueKey(name, columns, chance(3), enforcement(), origin());
            case 2 -> new Constraint.Check(name, sql(), enforcement(), origin());
            case 3 -> new Constraint.Exclusion(name, text(), enforcement(), origin());
            default ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        objectName(),
                        list(3, this::name),
                        any(ReferentialAction.values()),
                        any(ReferentialAction.values()),
                        enforcement(),
                        origin());
        };
    }

    private Enforcement enforcement() {
        return chance(2) ? Enforcement.ORDINARY : new Enforcement(chance(2), chance(2), chance(2));
    }

    private Index index() {
        List<Index.Part> parts = new ArrayList<>(list(3, this::part));
        parts.add(part());
        return new Index(
                chance(3) ? "" : name(),
                any("btree", "gin", ""),
                parts,
                list(2, this::name),
                chance(2),
                chance(4),
                chance(3) ? SqlText.NONE : sql(),
                !chance(5),
                origin());
    }

    private Index.Part part() {
        return chance(3)
                ? new Index.ExpressionPart(sql(), chance(3), chance(3))
                : new Index.ColumnPart(name(), chance(3), chance(3), chance(3) ? 1 + random.nextInt(300) : 0);
    }

    private Sequence sequence() {
        OptionalLong increment = chance(2) ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
        return new Sequence(objectName(), any(Sequence.Role.values()), increment, origin());
    }

    private UserType userType() {
        ObjectName name = objectName();
        return switch (random.nextInt(5)) {
            case 0 -> new UserType.EnumType(name, list(4, this::text), origin());
            case 1 ->
                new UserType.DomainType(
                        name, type(), any(Nullability.values()), columnDefault(), list(3, this::sql), origin());
            case 2 -> {
                Map<String, ColumnType> attributes = new LinkedHashMap<>();
                list(4, this::name).forEach(attribute -> attributes.put(attribute, type()));
                yield new UserType.CompositeType(name, attributes, origin());
            }
            case 3 -> new UserType.RangeType(name, type(), origin());
            default -> new UserType.OpaqueType(name, origin());
        };
    }

    private Gap gap() {
        return chance(2)
                ? Gap.everywhere(origin(), text(), Set.copyOf(new LinkedHashSet<>(list(3, this::objectName))))
                : Gap.of(origin(), text(), Set.copyOf(new LinkedHashSet<>(list(3, this::objectName))));
    }

    private Origin origin() {
        return new Origin(any(LOCATIONS.toArray(String[]::new)), chance(3) ? 0 : random.nextInt(100));
    }

    private ObjectName objectName() {
        return chance(3) ? ObjectName.of(name(), name()) : ObjectName.of(name());
    }

    private List<String> key() {
        List<String> columns = new ArrayList<>(list(2, this::name));
        columns.add(name());
        return columns;
    }

    private String name() {
        return any(NAMES.toArray(String[]::new));
    }

    private SqlText sql() {
        String spelled = "lower(" + text() + ")";
        return new SqlText(spelled, chance(2) ? spelled : spelled + "::" + text());
    }

    private String text() {
        return any(TEXTS.toArray(String[]::new));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Set<T> some(T[] values) {
        if (chance(2)) {
            return chance(2) ? Set.of() : Set.of(values);
        }
        Set<T> some = new LinkedHashSet<>();
        for (T value : values) {
            if (chance(2)) {
                some.add(value);
            }
        }
        return some;
    }

    private <T> List<T> list(int most, Supplier<T> entry) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(entry.get());
        }
        return list;
    }
}
