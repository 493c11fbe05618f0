package dev.schemaguard.spring.mybatis;

import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import dev.schemaguard.spring.queries.RepositoryInterfaces;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.annotations.UpdateProvider;
import org.mybatis.spring.mapper.MapperFactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The statements in the annotations of MyBatis' mappers. Which of several databases they go to is not told. */
final class MappedStatements implements QueryFinder {

    private final ConfigurableListableBeanFactory beans;

    MappedStatements(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public String name() {
        return "MyBatis";
    }

    @Override
    public List<WrittenQuery> find(QueryTarget target) {
        List<WrittenQuery> all = all();
        return target.only() ? all : WrittenQuery.toSomeDatabase(name(), all);
    }

    private List<WrittenQuery> all() {
        return RepositoryInterfaces.madeBy(MapperFactoryBean.class, beans).values().stream()
                .flatMap(mapper -> Stream.of(mapper.getMethods())
                        .filter(method -> !method.isBridge())
                        .flatMap(method -> statements(mapper, method)))
                .toList();
    }

    private static Stream<WrittenQuery> statements(Class<?> mapper, Method method) {
        Origin origin = Origin.of(mapper.getName() + "#" + method.getName());
        Stream<WrittenQuery> written = Stream.of(
                        Stream.of(method.getAnnotationsByType(Select.class))
                                .map(one -> statement(origin, one.value(), one.databaseId())),
                        Stream.of(method.getAnnotationsByType(Insert.class))
                                .map(one -> statement(origin, one.value(), one.databaseId())),
                        Stream.of(method.getAnnotationsByType(Update.class))
                                .map(one -> statement(origin, one.value(), one.databaseId())),
                        Stream.of(method.getAnnotationsByType(Delete.class))
                                .map(one -> statement(origin, one.value(), one.databaseId())))
                .flatMap(all -> all);
        return Stream.concat(written, provided(origin, method));
    }

    private static WrittenQuery statement(Origin origin, String[] lines, String databaseId) {
        String text = String.join(" ", lines).strip();
        if (!databaseId.isEmpty()) {
            return new WrittenQuery.NotKnown(origin, "it is for one kind of database only");
        }
        return text.startsWith("<script>") || text.contains("${")
                ? new WrittenQuery.NotKnown(origin, "its text is put together when it is sent")
                : new WrittenQuery.Sql(origin, text);
    }

    private static Stream<WrittenQuery> provided(Origin origin, Method method) {
        boolean provided = Stream.of(
                        SelectProvider.class, InsertProvider.class, UpdateProvider.class, DeleteProvider.class)
                .anyMatch(provider -> method.getAnnotationsByType(provider).length > 0);
        return provided
                ? Stream.of(new WrittenQuery.NotKnown(origin, "a method of the application makes its text"))
                : Stream.empty();
    }
}
