/**
 * Reads the statements of MyBatis mapper files, and of those with dynamic parts the variants that can be told (MyBatis 3, Mapper XML
 * Files and Dynamic SQL).
 *
 * <p>No document type is fetched, no entity is expanded, and no expression of a file is evaluated.
 */
@NullMarked
package dev.schemaguard.statements.mybatis;

import org.jspecify.annotations.NullMarked;
