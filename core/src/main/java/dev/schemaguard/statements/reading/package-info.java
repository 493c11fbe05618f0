/**
 * Reads from the text of a statement what it uses of the schema.
 *
 * <p>A parser makes a tree of the text; here its names are attributed to tables, as a server would do it that has the expected
 * schema. What cannot be attributed is kept as such and never guessed.
 */
@NullMarked
package dev.schemaguard.statements.reading;

import org.jspecify.annotations.NullMarked;
