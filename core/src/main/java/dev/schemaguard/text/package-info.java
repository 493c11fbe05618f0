/** What may be shown of the texts of others: no secret, no character that steers a terminal or a log. */
@NullMarked
package dev.schemaguard.text;

import org.jspecify.annotations.NullMarked;
