/** What one type means for another on PostgreSQL. */
@NullMarked
package dev.schemaguard.database.postgres.type;

import org.jspecify.annotations.NullMarked;
