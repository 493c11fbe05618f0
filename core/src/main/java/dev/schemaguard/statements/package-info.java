/**
 * The release's own SQL: which statements it sends, from where, and what each of them uses.
 *
 * <p>Nothing here asks a database. What is not understood of a statement is said, counted, and states nothing.
 */
@NullMarked
package dev.schemaguard.statements;

import org.jspecify.annotations.NullMarked;
