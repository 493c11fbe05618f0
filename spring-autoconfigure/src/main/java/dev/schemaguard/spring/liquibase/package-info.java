/** What the application's Liquibase says about the schema that a release expects. */
@NullMarked
package dev.schemaguard.spring.liquibase;

import org.jspecify.annotations.NullMarked;
