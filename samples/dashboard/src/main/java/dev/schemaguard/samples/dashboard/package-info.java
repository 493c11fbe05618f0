/** A web application as it is written anywhere; its release 42 needs a column and a table that came with it. */
@NullMarked
package dev.schemaguard.samples.dashboard;

import org.jspecify.annotations.NullMarked;
