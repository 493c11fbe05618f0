package dev.schemaguard.check;

import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What migrations state of the tables of a mapping, where the mapping leaves it open. What the mapping states stands: whoever
 * maps an {@code int} writes none larger, whatever the migrations make room for.
 */
final class OpenFacts {

    private final Schema mapping;
    private final Schema migrations;
    private final TypeRules typeRules;
    private final Map<ObjectName, UserType> types = new LinkedHashMap<>();

    private OpenFacts(Schema mapping, Schema migrations, TypeRules typeRules) {
        this.mapping = mapping;
        this.migrations = migrations;
        this.typeRules = typeRules;
    }

    /**
     * The tables that both know, under names with a schema. Of columns that the mapping does not name nothing is stated but that
     * they are there.
     *
     * @param mappedIn where the mapping's unqualified names are
     * @param madeIn where the migrations' unqualified names are
     * @param typeRules what one type means for another
     */
    static Schema of(Schema mapping, String mappedIn, Schema migrations, String madeIn, TypeRules typeRules) {
        Map<ObjectName, Table> made = new HashMap<>();
        migrations.tables().forEach(table -> made.put(table.name().in(madeIn), table));
        OpenFacts facts = new OpenFacts(mapping, migrations, typeRules);
        Schema.Builder schema = Schema.builder();
        for (Table mapped : mapping.tables()) {
            ObjectName name = mapped.name().in(mappedIn);
            Optional.ofNullable(made.get(name))
                    .filter(table -> table.kind().holdsRows())
                    .ifPresent(table -> schema.table(facts.table(mapped, table, name)));
        }
        return schema.types(facts.types.values()).build();
    }

    private Table table(Table mapped, Table made, ObjectName name) {
        Table.Builder table = Table.builder(name)
                .kind(made.kind())
                .use(mapped.use())
                .complete(made.complete())
                .constraints(made.constraints())
                .constraints(mapped.constraints())
                .indexes(made.indexes())
                .indexes(mapped.indexes())
                .origin(made.origin());
        Set<String> there = new HashSet<>();
        for (Column column : made.columns()) {
            there.add(column.name());
            table.column(mapped.column(column.name())
                    .map(one -> column(one, column))
                    .orElseGet(() -> Column.builder(column.name()).build()));
        }
        mapped.columns().stream()
                .filter(column -> !there.contains(column.name()))
                .forEach(column -> table.column(column.name()));
        return table.build();
    }

    private Column column(Column mapped, Column made) {
        boolean numbered = made.identity().generates();
        Column.Builder column =
                made.toBuilder().type(type(mapped.type(), made.type())).written(mapped.written());
        if (mapped.nullability() != Nullability.UNSTATED) {
            column.nullability(mapped.nullability());
        }
        if (numbered) {
            // Who maps the key says whether he leaves its numbers to the database.
            column.columnDefault(ColumnDefault.UNSTATED);
        }
        if (mapped.identity() != Identity.UNSTATED || numbered) {
            column.identity(mapped.identity());
        }
        if (!mapped.generation().equals(Generation.UNSTATED)) {
            column.generation(mapped.generation());
        }
        return column.build();
    }

    /** The migrations' type, where the mapping names none or leaves the size of one open that fits into theirs. */
    private ColumnType type(ColumnType mapped, ColumnType made) {
        boolean open = !(mapped instanceof ColumnType.Named named) || named.modifier() instanceof Modifier.Unstated;
        TypeFit fit = typeRules.fit(mapped, mapping, made, migrations);
        boolean fits = fit == TypeFit.SAME || fit == TypeFit.WIDER;
        ColumnType type = open && fits ? made : mapped;
        takeAlong(type);
        return type;
    }

    /** The type's own definition, and that of what it is a domain of. */
    private void takeAlong(ColumnType type) {
        if (type instanceof ColumnType.Named named && !types.containsKey(named.name())) {
            mapping.type(named.name()).or(() -> migrations.type(named.name())).ifPresent(definition -> {
                types.put(definition.name(), definition);
                if (definition instanceof UserType.DomainType domain) {
                    takeAlong(domain.base());
                }
            });
        }
    }
}
