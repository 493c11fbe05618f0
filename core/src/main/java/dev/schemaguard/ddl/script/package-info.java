/** The text of a script: cut into statements and words by the rules of its kind of database, in one pass and with line numbers. */
@NullMarked
package dev.schemaguard.ddl.script;

import org.jspecify.annotations.NullMarked;
