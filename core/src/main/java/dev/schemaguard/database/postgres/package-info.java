/** PostgreSQL 14 to 18. */
@NullMarked
package dev.schemaguard.database.postgres;

import org.jspecify.annotations.NullMarked;
