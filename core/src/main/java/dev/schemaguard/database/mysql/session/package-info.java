/** What is done in a session of MySQL and MariaDB and leaves it as it came: nothing here writes. */
@NullMarked
package dev.schemaguard.database.mysql.session;

import org.jspecify.annotations.NullMarked;
