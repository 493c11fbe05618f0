/** SQLite: columns take what is given them, names mean the same in any case, and rules stand in the text of the schema. */
@NullMarked
package dev.schemaguard.database.sqlite;

import org.jspecify.annotations.NullMarked;
