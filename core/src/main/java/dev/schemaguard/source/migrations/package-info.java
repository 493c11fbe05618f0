/** Folders of migrations: which files are migrations, in which order their tool runs them, and what they expect together. */
@NullMarked
package dev.schemaguard.source.migrations;

import org.jspecify.annotations.NullMarked;
