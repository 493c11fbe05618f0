/** What is expected of each data source, and what is set for it; the frameworks' rooms answer its ports. */
@NullMarked
package dev.schemaguard.spring.expectation;

import org.jspecify.annotations.NullMarked;
