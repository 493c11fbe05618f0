/** Says of a project or a program what would be expected of its database, why, and what of that cannot be read. */
@NullMarked
package dev.schemaguard.jdbc.doctor;

import org.jspecify.annotations.NullMarked;
