/** How grave each drift is for the release, and what follows from all of them. */
@NullMarked
package dev.schemaguard.policy;

import org.jspecify.annotations.NullMarked;
