/** How PostgreSQL spells names and types. */
@NullMarked
package dev.schemaguard.database.postgres.dialect;

import org.jspecify.annotations.NullMarked;
