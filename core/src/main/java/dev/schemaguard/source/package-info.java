/** Where an expectation comes from: one interface, and what every source needs. */
@NullMarked
package dev.schemaguard.source;

import org.jspecify.annotations.NullMarked;
