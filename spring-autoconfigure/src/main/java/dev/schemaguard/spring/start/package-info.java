/** Verifies the databases while the application starts, and keeps the gates that come of it. */
@NullMarked
package dev.schemaguard.spring.start;

import org.jspecify.annotations.NullMarked;
