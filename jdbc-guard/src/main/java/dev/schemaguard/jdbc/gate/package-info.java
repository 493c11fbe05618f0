/** One DataSource's gate: its states, and what moves it from one to the next. */
@NullMarked
package dev.schemaguard.jdbc.gate;

import org.jspecify.annotations.NullMarked;
