/** SQL that would cure drift of MySQL and MariaDB, where each statement that changes the schema commits by itself. */
@NullMarked
package dev.schemaguard.database.mysql.fix;

import org.jspecify.annotations.NullMarked;
