package dev.schemaguard.spring.aggregates;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps posts and authors by Spring Data JDBC, and reads by JDBC as early as a bean can. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class AggregatesApplication {

    /** Comes before most others by its name. */
    @Bean
    EarlyReader aaaEarlyReader(JdbcTemplate jdbc) {
        return new EarlyReader(jdbc.queryForList("select 1", Integer.class).size());
    }

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(List.of(new MoneyWriter(), new MoneyReader()));
    }

    public record EarlyReader(int rows) {}

    @WritingConverter
    static final class MoneyWriter implements Converter<Money, Long> {

        @Override
        public Long convert(Money money) {
            return money.cents();
        }
    }

    @ReadingConverter
    static final class MoneyReader implements Converter<Long, Money> {

        @Override
        public Money convert(Long cents) {
            return new Money(cents);
        }
    }
}
