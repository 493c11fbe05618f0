/** Changelogs of Liquibase as expectation: Liquibase itself renders them to SQL, without a database, and that is read as DDL. */
@NullMarked
package dev.schemaguard.source.liquibase;

import org.jspecify.annotations.NullMarked;
