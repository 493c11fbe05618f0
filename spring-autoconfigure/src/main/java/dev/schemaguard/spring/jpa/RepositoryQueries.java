package dev.schemaguard.spring.jpa;

import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import dev.schemaguard.spring.queries.RepositoryInterfaces;
import dev.schemaguard.spring.queries.WrittenQuery;
import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryRewriter;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;

/** The native queries in the annotations of Spring Data JPA's repositories. */
final class RepositoryQueries implements QueryFinder {

    private final ConfigurableListableBeanFactory beans;
    private final RepositoryUnits units;

    RepositoryQueries(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.units = new RepositoryUnits(beans);
    }

    @Override
    public String name() {
        return "Spring Data JPA";
    }

    @Override
    public List<WrittenQuery> find(QueryTarget target) {
        List<WrittenQuery> found = new ArrayList<>();
        Map<String, Class<?>> repositories = RepositoryInterfaces.madeBy(JpaRepositoryFactoryBean.class, beans);
        repositories.forEach((bean, repository) -> {
            if (units.isOf(bean, target)) {
                Optional<String> schema = target.unit().map(QueryTarget.Unit::defaultSchema);
                Stream.of(repository.getMethods())
                        .filter(method -> !method.isBridge())
                        .forEach(method -> found.addAll(queries(repository, method, schema)));
            }
        });
        return found;
    }

    private static List<WrittenQuery> queries(Class<?> repository, Method method, Optional<String> schema) {
        Query query = AnnotatedElementUtils.findMergedAnnotation(method, Query.class);
        if (query == null || !query.nativeQuery()) {
            return List.of();
        }
        Origin origin = Origin.of(repository.getName() + "#" + method.getName());
        if (query.queryRewriter() != QueryRewriter.IdentityQueryRewriter.class) {
            return List.of(new WrittenQuery.NotKnown(origin, "a QueryRewriter changes its text"));
        }
        NativeText text = new NativeText(origin, entity(repository), schema);
        return Stream.of(query.value(), query.countQuery())
                .filter(sql -> !sql.isBlank())
                .map(text::ofRepository)
                .toList();
    }

    /** What an expression calls the entity, where its annotation says that. */
    private static Optional<String> entity(Class<?> repository) {
        Class<?> type = AbstractRepositoryMetadata.getMetadata(repository).getDomainType();
        return Optional.ofNullable(type.getAnnotation(Entity.class))
                .map(entity -> entity.name().isEmpty() ? type.getSimpleName() : entity.name());
    }
}
