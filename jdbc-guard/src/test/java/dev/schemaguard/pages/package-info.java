/** What the project's pages say is so: links lead somewhere, and what is pasted works. */
@NullMarked
package dev.schemaguard.pages;

import org.jspecify.annotations.NullMarked;
