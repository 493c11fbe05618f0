package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/**
 * Expectation from the mapping of Spring Data JDBC.
 *
 * <p>The application's own mapping context needs the dialect, the dialect asks the database by a JdbcTemplate, and that waits
 * until the database is checked. So the mapping is built here once more, of those beans that need no database.
 */
public final class DataJdbcMapping implements SchemaSource {

    /** What the mapping is called in reports. */
    public static final String NAME = "Spring Data JDBC mapping";

    private final JdbcMappingContext context;
    private final JdbcConverter converter;
    private final Set<Class<?>> aggregates;

    private DataJdbcMapping(JdbcMappingContext context, CustomConversions conversions, Set<Class<?>> aggregates) {
        this.context = context;
        this.converter = new MappingJdbcConverter(
                context, (identifier, path) -> Set.of(), conversions, JdbcTypeFactory.unsupported());
        this.aggregates = aggregates;
    }

    /**
     * The mapping of that application: the aggregates that it scans for, and those of its repositories.
     *
     * @throws SchemaSourceException if it has none, or it cannot be known before the database is
     */
    public static DataJdbcMapping of(ConfigurableListableBeanFactory beans) {
        MappingBeans found = new MappingBeans(beans);
        CustomConversions conversions = found.conversions();
        return new DataJdbcMapping(found.context(conversions), conversions, found.aggregates());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema load(Database database) {
        AggregateReader reader = new AggregateReader(context, new ColumnTypes(converter, database), database.dialect());
        aggregates.forEach(reader::read);
        return reader.schema();
    }
}
