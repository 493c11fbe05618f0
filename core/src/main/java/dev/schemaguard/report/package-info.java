/** What a check found, as one value and in the forms that people and programs read. */
@NullMarked
package dev.schemaguard.report;

import org.jspecify.annotations.NullMarked;
