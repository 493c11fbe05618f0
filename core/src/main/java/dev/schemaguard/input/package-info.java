/** Files that others wrote: read to a bound and no further, in UTF-8 and in nothing else, and quoted in messages in short. */
@NullMarked
package dev.schemaguard.input;

import org.jspecify.annotations.NullMarked;
