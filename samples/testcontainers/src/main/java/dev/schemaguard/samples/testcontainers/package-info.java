/** A migrated service, for tests to hold its schema. */
@NullMarked
package dev.schemaguard.samples.testcontainers;

import org.jspecify.annotations.NullMarked;
