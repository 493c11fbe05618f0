/** What a query within a script says: its columns, its tables, and what it calls. */
@NullMarked
package dev.schemaguard.database.postgres.ddl.query;

import org.jspecify.annotations.NullMarked;
