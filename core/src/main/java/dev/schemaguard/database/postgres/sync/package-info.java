/** Brings the schema of a PostgreSQL database up by adding: all or nothing, in one transaction of which nothing remains. */
@NullMarked
package dev.schemaguard.database.postgres.sync;

import org.jspecify.annotations.NullMarked;
