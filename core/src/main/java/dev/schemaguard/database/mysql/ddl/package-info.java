/** How MySQL and MariaDB read a script: its statements and programs, its names and what they make of defaults. */
@NullMarked
package dev.schemaguard.database.mysql.ddl;

import org.jspecify.annotations.NullMarked;
