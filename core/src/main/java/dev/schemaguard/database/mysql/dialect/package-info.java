/** How MySQL and MariaDB spell names, types, defaults and expressions. */
@NullMarked
package dev.schemaguard.database.mysql.dialect;

import org.jspecify.annotations.NullMarked;
