/** What makes a story of the application: its database, the buttons, and the code as it was. */
@NullMarked
package dev.schemaguard.samples.dashboard.story;

import org.jspecify.annotations.NullMarked;
