/** What SQLite makes of a script by itself; the statements are read by PostgreSQL's grammar. */
@NullMarked
package dev.schemaguard.database.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
