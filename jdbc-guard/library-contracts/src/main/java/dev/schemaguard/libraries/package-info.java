/** Makes the contracts of the pack while it is built; not in its jar, which holds resources only. */
@NullMarked
package dev.schemaguard.libraries;

import org.jspecify.annotations.NullMarked;
