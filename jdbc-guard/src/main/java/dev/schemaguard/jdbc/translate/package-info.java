/** Gives a failed statement its true cause, where that is drift. */
@NullMarked
package dev.schemaguard.jdbc.translate;

import org.jspecify.annotations.NullMarked;
