/** Reads the statements of MySQL and MariaDB, one kind of statement a file. */
@NullMarked
package dev.schemaguard.database.mysql.ddl.reader;

import org.jspecify.annotations.NullMarked;
