package dev.schemaguard.spring.pair;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Two databases, and a third DataSource that routes to two more, which are no beans. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class PairApplication {

    @Bean
    @Primary
    HikariDataSource orders(@Value("${orders}") String url) {
        return pool(url);
    }

    @Bean
    HikariDataSource audit(@Value("${audit}") String url) {
        return pool(url);
    }

    @Bean
    DataSource tenants(@Value("${east}") String east, @Value("${west}") String west) {
        AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                throw new IllegalStateException("no tenant is known while the application starts");
            }
        };
        routing.setTargetDataSources(Map.of("east", pool(east), "west", pool(west)));
        return routing;
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(url)
                .username("postgres")
                .build();
        pool.setMaximumPoolSize(1);
        return pool;
    }
}
