/** The text of a script: cut into statements and words as PostgreSQL does it, in one pass and with line numbers. */
@NullMarked
package dev.schemaguard.ddl.script;

import org.jspecify.annotations.NullMarked;
