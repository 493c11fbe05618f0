package dev.schemaguard.spring.expectation;

import javax.sql.DataSource;

/**
 * A DataSource of the application that something may be expected of.
 *
 * @param name the name of its bean
 * @param dataSource the bean itself
 * @param main whether it is the one that is meant where none is named: the only one, or the primary one
 * @param settings what is set for it
 */
public record DataSourceBean(String name, DataSource dataSource, boolean main, SchemaGuardProperties settings) {}
