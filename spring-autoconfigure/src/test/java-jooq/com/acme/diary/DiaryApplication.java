package com.acme.diary;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Keeps a diary by Hibernate, MyBatis, jOOQ and Spring's JDBC at once. */
@Configuration
@MapperScan
@EnableTransactionManagement(proxyTargetClass = true)
public class DiaryApplication {

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan("com.acme.diary");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of("hibernate.jdbc.batch_size", "10"));
        return factory;
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    SqlSessionFactoryBean sqlSessionFactory(DataSource dataSource, Timing timing) {
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPlugins(timing);
        return factory;
    }

    @Bean
    static Timing timing() {
        return new Timing();
    }

    @Bean
    static BeanNameAutoProxyCreator timed() {
        BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
        creator.setBeanNames("entryMapper");
        creator.setInterceptorNames("timing");
        return creator;
    }

    @Bean
    Diary diary(DataSource dataSource, SqlSessionFactory mybatis) {
        return new Diary(new JdbcTemplate(dataSource), DSL.using(dataSource, SQLDialect.H2), mybatis);
    }
}
