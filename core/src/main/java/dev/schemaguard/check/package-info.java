/** One check, from the first connection to the report: what is expected, what it is compared with, and what becomes of both. */
@NullMarked
package dev.schemaguard.check;

import org.jspecify.annotations.NullMarked;
