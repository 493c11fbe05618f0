/** The options that several commands share, each group in a class, with what their values may be. */
@NullMarked
package dev.schemaguard.jdbc.cli.option;

import org.jspecify.annotations.NullMarked;
