package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogType;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spells the catalog's numbers of types. The built-in ones are spelled by the dialect from what {@code format_type} would
 * print, once for each that occurs; so that thousands of columns share a few values.
 */
final class PostgresTypeNames {

    private static final int RECENT = 256;

    private final Dialect dialect;
    private final List<String> path;
    private final Map<Long, CatalogType> userTypes = new HashMap<>();
    private final Map<Numbered, String> formatted = new HashMap<>();
    private final Map<Long, ColumnType> spelled = new HashMap<>();
    private final long[] recentNumbers = new long[RECENT];
    private final @Nullable ColumnType[] recentTypes = new @Nullable ColumnType[RECENT];
    private final Set<Long> unknown = new LinkedHashSet<>();
    private final Set<Numbered> unformatted = new LinkedHashSet<>();

    /**
     * Types without user types yet.
     *
     * @param path the schemas whose types need no qualification, in order
     */
    PostgresTypeNames(Dialect dialect, List<String> path) {
        this.dialect = dialect;
        this.path = path;
    }

    /** Takes in what the catalog said about types that are not built in. */
    void add(PostgresAnswers answers) {
        for (Map.Entry<Long, String> type : answers.all(PostgresQuestion.TYPES).entrySet()) {
            if (!TypeOids.contains(type.getKey())) {
                userTypes.put(type.getKey(), CatalogType.read(type.getKey(), type.getValue()));
            }
        }
    }

    /** Takes in how the server prints a type with a modifier of its own. */
    void addFormatted(Numbered type, String text) {
        formatted.put(type, text);
    }

    /** Those that are not built in. */
    Map<Long, CatalogType> userTypes() {
        return userTypes;
    }

    /** Types that were to be spelled and that nothing is known about yet. They are taken for known from now on. */
    Set<Long> takeUnknown() {
        return take(unknown);
    }

    /** Types with modifiers that were to be spelled and that only the server can print. */
    Set<Numbered> takeUnformatted() {
        return take(unformatted);
    }

    private <T> Set<T> take(Set<T> missing) {
        Set<T> taken = new LinkedHashSet<>(missing);
        missing.clear();
        spelled.clear();
        Arrays.fill(recentTypes, null);
        return taken;
    }

    /** The type in the dialect's spelling. */
    ColumnType name(long oid, int modifier) {
        long number = oid << Integer.SIZE | modifier & 0xffffffffL;
        int slot = (int) (oid * 31 + modifier) & RECENT - 1;
        ColumnType recent = recentTypes[slot];
        if (recent != null && recentNumbers[slot] == number) {
            return recent;
        }
        ColumnType known = spelled.get(number);
        if (known == null) {
            known = spell(new Numbered(oid, modifier));
            spelled.put(number, known);
        }
        recentNumbers[slot] = number;
        recentTypes[slot] = known;
        return known;
    }

    private ColumnType spell(Numbered type) {
        if (TypeOids.contains(type.oid)) {
            return dialect.type(TypeOids.format(type.oid, type.modifier));
        }
        CatalogType facts = userTypes.get(type.oid);
        if (facts == null) {
            unknown.add(type.oid);
            return ColumnType.UNSTATED;
        }
        if (facts.array()) {
            return name(facts.element(), type.modifier) instanceof ColumnType.Named element
                    ? element.toArray()
                    : ColumnType.UNSTATED;
        }
        String text = formatted.get(type);
        if (text == null && type.modifier >= 0) {
            unformatted.add(type);
        }
        ColumnType.Modifier modifier =
                text == null ? ColumnType.Modifier.NONE : dialect.type(text).modifier();
        return new ColumnType.Named(shortName(facts.name()), modifier, false);
    }

    /** The name as statements write it: unqualified where the first schema on the path that has it is its own. */
    ObjectName shortName(ObjectName name) {
        int place = path.indexOf(name.schema());
        if (place < 0) {
            return name;
        }
        for (CatalogType other : userTypes.values()) {
            int otherPlace = path.indexOf(other.name().schema());
            if (other.name().name().equals(name.name()) && otherPlace >= 0 && otherPlace < place) {
                return name;
            }
        }
        return name.unqualified();
    }

    /** Whether the type is a domain that takes no nulls, by itself or by a domain below it. */
    boolean domainIsNotNull(long oid) {
        CatalogType facts = userTypes.isEmpty() ? null : userTypes.get(oid);
        return facts != null && facts.isDomain() && (facts.notNull() || domainIsNotNull(facts.element()));
    }

    /** The default of columns of this type that have none of their own. */
    ColumnDefault domainDefault(long oid) {
        CatalogType facts = userTypes.isEmpty() ? null : userTypes.get(oid);
        return facts != null && facts.isDomain() && !facts.defaultExpression().isEmpty()
                ? dialect.columnDefault(facts.defaultExpression())
                : ColumnDefault.NONE;
    }

    /** A type and a modifier by their numbers. */
    record Numbered(long oid, int modifier) {}
}
