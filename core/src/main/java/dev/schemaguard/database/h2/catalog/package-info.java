/** Reads what H2 has: its information schema, in a constant number of statements. */
@NullMarked
package dev.schemaguard.database.h2.catalog;

import org.jspecify.annotations.NullMarked;
