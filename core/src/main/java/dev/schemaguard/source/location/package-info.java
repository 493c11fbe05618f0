/** Recognises what somebody names as the place of an expectation. */
@NullMarked
package dev.schemaguard.source.location;

import org.jspecify.annotations.NullMarked;
