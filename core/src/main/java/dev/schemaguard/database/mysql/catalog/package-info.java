/** The catalog of MySQL and MariaDB: {@code information_schema}, in a constant number of statements. */
@NullMarked
package dev.schemaguard.database.mysql.catalog;

import org.jspecify.annotations.NullMarked;
