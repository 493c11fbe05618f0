/** Expectation from DDL: scripts are split, read statement by statement, and replayed over the model. */
@NullMarked
package dev.schemaguard.source.ddl;

import org.jspecify.annotations.NullMarked;
