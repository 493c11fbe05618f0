package dev.schemaguard.spring.mybatis;

import dev.schemaguard.spring.queries.QueryFinder;
import org.apache.ibatis.annotations.Select;
import org.mybatis.spring.mapper.MapperFactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the statements of mappers, where MyBatis makes them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({MapperFactoryBean.class, Select.class})
public final class MyBatisConfiguration {

    @Bean
    QueryFinder schemaGuardMappedStatements(ConfigurableListableBeanFactory beans) {
        return new MappedStatements(beans);
    }
}
