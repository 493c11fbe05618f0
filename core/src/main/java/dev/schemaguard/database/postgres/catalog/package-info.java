/** Reads PostgreSQL's catalog. */
@NullMarked
package dev.schemaguard.database.postgres.catalog;

import org.jspecify.annotations.NullMarked;
