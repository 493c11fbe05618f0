package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class FrontTest {

    private final SchemaGuardProperties properties = bound(Map.of());
    private final WrappingPostProcessor wrapping = new WrappingPostProcessor(environment());
    private final DataSource orders =
            (DataSource) wrapping.postProcessAfterInitialization(new SimpleDriverDataSource(), "orders");

    /** Or the gate of one bean would come into the wrapper of another. */
    @Test
    void isNotThatOfAnotherBeanWhichIsBehindThisOne() {
        DataSource reports = new DelegatingDataSource(orders);

        Front front = Front.of("reports", reports, properties.of("reports"), wrapping);

        assertThat(front.isWrapped()).isFalse();
        assertThat(front.pool()).isSameAs(reports);
    }

    @Test
    void isFoundBehindWhateverTakesThePlaceOfTheBean() {
        Front front = Front.of("orders", new DelegatingDataSource(orders), properties.of("orders"), wrapping);

        assertThat(front.wrapper()).containsSame((WrappedDataSource) orders);
    }

    @Test
    void isFoundOfATargetThatHasNoNameOfItsOwn() {
        SchemaGuardProperties wrapped = bound(Map.of("schema-guard.wrap", "true"));

        Front front = Front.of("routing[a]", new DelegatingDataSource(orders), wrapped.of("routing"), wrapping);

        assertThat(front.wrapper()).containsSame((WrappedDataSource) orders);
    }

    private static StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("schema-guard.data-sources.orders.wrap", "true")));
        return environment;
    }

    private static SchemaGuardProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("schema-guard", SchemaGuardProperties.class);
    }
}
