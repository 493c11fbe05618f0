/** How PostgreSQL reads a script: its statements and programs, its names and what it makes of defaults. */
@NullMarked
package dev.schemaguard.database.postgres.ddl;

import org.jspecify.annotations.NullMarked;
