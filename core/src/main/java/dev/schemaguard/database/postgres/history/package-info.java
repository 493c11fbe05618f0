/** Reads on PostgreSQL what migration tools remember, where that runs nothing foreign. */
@NullMarked
package dev.schemaguard.database.postgres.history;

import org.jspecify.annotations.NullMarked;
