/** Shows operators what the guard knows: health, an endpoint and meters. */
@NullMarked
package dev.schemaguard.spring.actuate;

import org.jspecify.annotations.NullMarked;
