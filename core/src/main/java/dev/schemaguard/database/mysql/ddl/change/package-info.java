/** What the statements of MySQL and MariaDB do to the schema in the making. */
@NullMarked
package dev.schemaguard.database.mysql.ddl.change;

import org.jspecify.annotations.NullMarked;
