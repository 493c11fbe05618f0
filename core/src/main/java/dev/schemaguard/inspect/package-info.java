/** The live schema, read from the database's own catalog. */
@NullMarked
package dev.schemaguard.inspect;

import org.jspecify.annotations.NullMarked;
