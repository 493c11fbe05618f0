/** What a statement can do to the schema in the making, one kind of change a file. */
@NullMarked
package dev.schemaguard.ddl.change;

import org.jspecify.annotations.NullMarked;
