/** Holds a snapshot in a source tree against what it is to be of, for whoever has to accept or to correct a difference. */
@NullMarked
package dev.schemaguard.approval;

import org.jspecify.annotations.NullMarked;
