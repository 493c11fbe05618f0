/** What is asked of PostgreSQL's catalog: each query beside the reader of its rows, put together to one statement. */
@NullMarked
package dev.schemaguard.database.postgres.catalog.query;

import org.jspecify.annotations.NullMarked;
