/** How MySQL and MariaDB cut a script into statements and words. */
@NullMarked
package dev.schemaguard.database.mysql.ddl.script;

import org.jspecify.annotations.NullMarked;
