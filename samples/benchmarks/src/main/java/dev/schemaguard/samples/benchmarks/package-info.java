/** What a guarded DataSource costs, side by side with the pool alone and with other wrappers. */
@NullMarked
package dev.schemaguard.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
