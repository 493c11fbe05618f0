/** What can differ between an expected and a live schema, and what each difference does to the release's statements. */
@NullMarked
package dev.schemaguard.drift;

import org.jspecify.annotations.NullMarked;
