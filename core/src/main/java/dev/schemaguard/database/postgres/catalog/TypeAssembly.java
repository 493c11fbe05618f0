package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogText;
import dev.schemaguard.database.postgres.catalog.query.CatalogType;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the catalog's facts about types that are not built in together. */
final class TypeAssembly {

    private final Dialect dialect;
    private final PostgresTypeNames names;
    private final PostgresAnswers answers;

    TypeAssembly(Dialect dialect, PostgresTypeNames names, PostgresAnswers answers) {
        this.dialect = dialect;
        this.names = names;
        this.answers = answers;
    }

    /** All that were read, by name. */
    List<UserType> all() {
        return names.userTypes().values().stream()
                .sorted(Comparator.comparing(CatalogType::name))
                .flatMap(facts -> type(facts).stream())
                .toList();
    }

    /**
     * The type, unless it is the array of another. Where only names and bases were asked for, that is all that it tells: a
     * domain has no checks then, and an enum or a row type is opaque.
     */
    private Optional<UserType> type(CatalogType facts) {
        if (facts.array()) {
            return Optional.empty();
        }
        char kind = !answers.wasAsked(PostgresQuestion.ENUM_LABELS) && facts.kind() != 'd' ? 'b' : facts.kind();
        return switch (kind) {
            case 'e' -> Optional.of(new UserType.EnumType(facts.name(), labels(facts.oid()), Origin.NONE));
            case 'd' -> Optional.of(domain(facts));
            case 'c' -> Optional.of(new UserType.CompositeType(facts.name(), attributes(facts.oid()), Origin.NONE));
            case 'r' -> Optional.of(new UserType.RangeType(facts.name(), names.name(facts.element(), -1), Origin.NONE));
            default -> Optional.of(new UserType.OpaqueType(facts.name(), Origin.NONE));
        };
    }

    private UserType domain(CatalogType facts) {
        String expression = facts.defaultExpression();
        ColumnDefault columnDefault = expression.isEmpty() ? ColumnDefault.NONE : dialect.columnDefault(expression);
        return new UserType.DomainType(
                facts.name(),
                names.name(facts.element(), facts.modifier()),
                facts.notNull() ? Nullability.NOT_NULL : Nullability.NULLABLE,
                columnDefault,
                checks(facts.oid()),
                Origin.NONE);
    }

    private List<String> labels(long oid) {
        Map<Float, String> labels = new TreeMap<>();
        answers.text(PostgresQuestion.ENUM_LABELS, oid).ifPresent(row -> {
            CatalogText text = new CatalogText(row);
            while (text.hasNext()) {
                labels.put(Float.valueOf(text.word()), text.name());
            }
        });
        return List.copyOf(labels.values());
    }

    private Map<String, ColumnType> attributes(long oid) {
        Map<Integer, Map.Entry<String, ColumnType>> byNumber = new TreeMap<>();
        answers.text(PostgresQuestion.ATTRIBUTES, oid).ifPresent(row -> {
            CatalogText text = new CatalogText(row);
            while (text.hasNext()) {
                int number = text.integer();
                ColumnType type = names.name(text.number(), text.integer());
                byNumber.put(number, Map.entry(text.name(), type));
            }
        });
        Map<String, ColumnType> attributes = new LinkedHashMap<>();
        byNumber.values().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return attributes;
    }

    private List<SqlText> checks(long oid) {
        List<SqlText> checks = new ArrayList<>();
        answers.text(PostgresQuestion.DOMAIN_CHECKS, oid).ifPresent(row -> {
            CatalogText text = new CatalogText(row);
            while (text.hasNext()) {
                checks.add(dialect.expression(text.expression()));
            }
        });
        return checks;
    }
}
