/** What one type means for another on MySQL and MariaDB. */
@NullMarked
package dev.schemaguard.database.mysql.type;

import org.jspecify.annotations.NullMarked;
