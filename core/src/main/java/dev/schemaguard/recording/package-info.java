/**
 * Which statements a release sends, seen while a project's tests run: their texts and who sends them, never a value.
 *
 * <p>It stands around a DataSource where somebody put it, and costs nothing elsewhere.
 */
@NullMarked
package dev.schemaguard.recording;

import org.jspecify.annotations.NullMarked;
