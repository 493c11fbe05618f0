/** What Flyway's settings say about the schema that a release expects. */
@NullMarked
package dev.schemaguard.spring.flyway;

import org.jspecify.annotations.NullMarked;
