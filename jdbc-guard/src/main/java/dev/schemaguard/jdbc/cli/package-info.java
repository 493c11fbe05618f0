/** The command line: the check before traffic is shifted. */
@NullMarked
package dev.schemaguard.jdbc.cli;

import org.jspecify.annotations.NullMarked;
