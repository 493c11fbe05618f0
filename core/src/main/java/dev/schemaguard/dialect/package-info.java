/** How each database spells names, types and defaults, so that both sides of a comparison use the same words. */
@NullMarked
package dev.schemaguard.dialect;

import org.jspecify.annotations.NullMarked;
