/** Finds what differs between an expected and a live schema; what one type means for another is asked of the database. */
@NullMarked
package dev.schemaguard.diff;

import org.jspecify.annotations.NullMarked;
