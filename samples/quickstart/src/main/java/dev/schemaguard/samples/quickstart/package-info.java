/** The story in one run: a release is refused by a database that lacks its migration, and served once it has run. */
@NullMarked
package dev.schemaguard.samples.quickstart;

import org.jspecify.annotations.NullMarked;
