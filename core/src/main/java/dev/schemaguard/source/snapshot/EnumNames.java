package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words by which a snapshot calls the values of an enumeration: {@code PRIMARY_KEYS} is {@code primary-keys}. A value that
 * is always left out, because it says nothing, has no word.
 */
final class EnumNames<E extends Enum<E>> {

    static final EnumNames<Family> FAMILIES = new EnumNames<>(EnumSet.allOf(Family.class));
    static final EnumNames<TableKind> TABLE_KINDS = new EnumNames<>(EnumSet.allOf(TableKind.class));
    static final EnumNames<Identity> IDENTITIES = new EnumNames<>(EnumSet.complementOf(EnumSet.of(Identity.UNSTATED)));
    static final EnumNames<Use> USES = new EnumNames<>(EnumSet.complementOf(EnumSet.of(Use.UNSTATED)));
    static final EnumNames<ReferentialAction> ACTIONS = new EnumNames<>(EnumSet.allOf(ReferentialAction.class));
    static final EnumNames<Sequence.Role> ROLES =
            new EnumNames<>(EnumSet.complementOf(EnumSet.of(Sequence.Role.UNSTATED)));
    static final EnumNames<LeftOut> LEFT_OUT = new EnumNames<>(EnumSet.allOf(LeftOut.class));
    static final EnumNames<OpenFact> OPEN_FACTS = new EnumNames<>(EnumSet.allOf(OpenFact.class));

    private final Map<E, String> words = new LinkedHashMap<>();
    private final Map<String, E> values = new LinkedHashMap<>();

    private EnumNames(EnumSet<E> all) {
        for (E value : all) {
            String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            words.put(value, word);
            values.put(word, value);
        }
    }

    /** The word for a value that has one. */
    String of(E value) {
        String word = words.get(value);
        if (word == null) {
            throw new IllegalArgumentException(value + " has no word in a snapshot");
        }
        return word;
    }

    /** The words for values, in the order of their declaration. */
    List<String> of(Set<E> some) {
        List<String> list = new ArrayList<>();
        words.forEach((value, word) -> {
            if (some.contains(value)) {
                list.add(word);
            }
        });
        return list;
    }

    /** The value that a word stands for, if it is one of ours. */
    Optional<E> find(String word) {
        return Optional.ofNullable(values.get(word));
    }

    /** All words, for messages: {@code 'always', 'never'}. */
    @Override
    public String toString() {
        return "'" + String.join("', '", values.keySet()) + "'";
    }
}
