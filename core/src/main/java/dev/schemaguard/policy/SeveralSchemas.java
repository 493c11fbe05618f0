package dev.schemaguard.policy;

import dev.schemaguard.drift.Subject;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas that one expectation names where it names several: there {@code products} may be two tables, and who accepts a
 * finding about one accepts none about the other. What it names without a schema goes by that name alone, so that it is the
 * same for every tenant.
 *
 * @param names their names; none where the expectation names at most one schema
 */
record SeveralSchemas(Set<String> names) {

    SeveralSchemas {
        names = Set.copyOf(names);
    }

    static SeveralSchemas of(Schema expected) {
        Set<String> schemas = Stream.of(
                        expected.tables().stream().map(Table::name),
                        expected.sequences().stream().map(Sequence::name),
                        expected.types().stream().map(UserType::name))
                .flatMap(names -> names)
                .map(ObjectName::schema)
                .collect(Collectors.toSet());
        boolean several = schemas.size() > 1;
        schemas.remove("");
        return new SeveralSchemas(several ? schemas : Set.of());
    }

    /** Whether a name must carry its schema. */
    boolean isSaidOf(Subject subject) {
        return names.contains(subject.schema());
    }
}
