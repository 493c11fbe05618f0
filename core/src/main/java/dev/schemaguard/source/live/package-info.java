/** Expectation from a live database: one that is there, or one that scripts have just made. */
@NullMarked
package dev.schemaguard.source.live;

import org.jspecify.annotations.NullMarked;
