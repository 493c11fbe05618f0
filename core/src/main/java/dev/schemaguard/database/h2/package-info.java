/** H2: what it has beside what holds everywhere. */
@NullMarked
package dev.schemaguard.database.h2;

import org.jspecify.annotations.NullMarked;
