/** Every way in which a live schema differs from an expected one, and what each does to the release's statements. */
@NullMarked
package dev.schemaguard.diff;

import org.jspecify.annotations.NullMarked;
