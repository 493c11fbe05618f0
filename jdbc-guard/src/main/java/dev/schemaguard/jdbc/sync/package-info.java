/** Brings a schema up by what only adds: once, however many ask for it, and as a whole or not at all. */
@NullMarked
package dev.schemaguard.jdbc.sync;

import org.jspecify.annotations.NullMarked;
