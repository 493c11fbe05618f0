/** Follows programs of MySQL and MariaDB as far as they ask nothing but the catalog: procedures that are called, texts that are run. */
@NullMarked
package dev.schemaguard.database.mysql.ddl.program;

import org.jspecify.annotations.NullMarked;
