/** Brings the schema of a MySQL or MariaDB database up by adding: a statement at a time under a named lock, for each commits by itself. */
@NullMarked
package dev.schemaguard.database.mysql.sync;

import org.jspecify.annotations.NullMarked;
