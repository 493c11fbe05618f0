/** Writes SQL that cures drift of H2, in its own words where they are not the standard's. */
@NullMarked
package dev.schemaguard.database.h2.fix;

import org.jspecify.annotations.NullMarked;
