/** What a release pipeline deals with: a database, two revisions of a service, and the switch in front of them. */
@NullMarked
package dev.schemaguard.samples.pipeline;

import org.jspecify.annotations.NullMarked;
