/** SQL that would cure drift on PostgreSQL. */
@NullMarked
package dev.schemaguard.database.postgres.fix;

import org.jspecify.annotations.NullMarked;
