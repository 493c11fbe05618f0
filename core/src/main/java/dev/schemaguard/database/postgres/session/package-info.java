/** What is done in a session of PostgreSQL and leaves it as it came: nothing here writes. */
@NullMarked
package dev.schemaguard.database.postgres.session;

import org.jspecify.annotations.NullMarked;
