/** Writes SQL that cures drift of SQLite, as far as a table that is there can be changed. */
@NullMarked
package dev.schemaguard.database.sqlite.fix;

import org.jspecify.annotations.NullMarked;
