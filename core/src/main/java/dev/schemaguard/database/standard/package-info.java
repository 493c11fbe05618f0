/** Any database without a folder of its own: what holds everywhere, through JDBC's metadata. */
@NullMarked
package dev.schemaguard.database.standard;

import org.jspecify.annotations.NullMarked;
