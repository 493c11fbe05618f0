/** A Spring Boot service that does not start against a database of the release before. */
@NullMarked
package dev.schemaguard.samples.springboot;

import org.jspecify.annotations.NullMarked;
