/** Where the statements of a release are found: recorded files, plain scripts. */
@NullMarked
package dev.schemaguard.source.statements;

import org.jspecify.annotations.NullMarked;
