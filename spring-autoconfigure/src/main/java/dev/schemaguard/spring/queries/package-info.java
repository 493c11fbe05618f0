/**
 * Finds the SQL that an application wrote into the annotations and files of its frameworks, without making a bean of it.
 *
 * <p>Nothing here is read before somebody asks, and what is not certain of a text is not guessed.
 */
@NullMarked
package dev.schemaguard.spring.queries;

import org.jspecify.annotations.NullMarked;
