package dev.schemaguard.spring.jpa;

import dev.schemaguard.hibernate.NamedSql;
import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.util.List;
import java.util.Optional;

/** The named native queries of a persistence unit, of annotations and of XML, as Hibernate knows them. */
final class NamedQueries implements QueryFinder {

    NamedQueries() {}

    @Override
    public String name() {
        return "Hibernate";
    }

    @Override
    public List<WrittenQuery> find(QueryTarget target) {
        return target.unit()
                .map(unit -> unit.mapped().queries().stream()
                        .map(query -> query(query, unit.defaultSchema()))
                        .toList())
                .orElse(List.of());
    }

    private static WrittenQuery query(NamedSql query, String defaultSchema) {
        return new NativeText(Origin.of("named query " + query.name()), Optional.empty(), Optional.of(defaultSchema))
                .ofHibernate(query.sql());
    }
}
