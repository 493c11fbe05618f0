package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import dev.schemaguard.spring.queries.RepositoryInterfaces;
import dev.schemaguard.spring.queries.SpringExpressions;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;

/** The queries in the annotations of Spring Data JDBC's repositories. Which of several databases they go to is not told. */
final class AggregateQueries implements QueryFinder {

    private final ConfigurableListableBeanFactory beans;

    AggregateQueries(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public String name() {
        return "Spring Data JDBC";
    }

    @Override
    public List<WrittenQuery> find(QueryTarget target) {
        List<WrittenQuery> all = all();
        return target.only() ? all : WrittenQuery.toSomeDatabase(name(), all);
    }

    private List<WrittenQuery> all() {
        return RepositoryInterfaces.madeBy(JdbcRepositoryFactoryBean.class, beans).values().stream()
                .flatMap(repository -> Stream.of(repository.getMethods())
                        .filter(method -> !method.isBridge())
                        .flatMap(method -> query(repository, method).stream()))
                .toList();
    }

    private static Optional<WrittenQuery> query(Class<?> repository, Method method) {
        Origin origin = Origin.of(repository.getName() + "#" + method.getName());
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Query.class))
                .map(Query::value)
                .filter(sql -> !sql.isBlank())
                .map(sql -> SpringExpressions.asMarks(sql)
                        .<WrittenQuery>map(text -> new WrittenQuery.Sql(origin, text))
                        .orElseGet(() -> new WrittenQuery.NotKnown(
                                origin, "an expression of Spring stands for a part of its text")));
    }
}
