/** What the JPA mapping of the running application says about the schema, read out of Hibernate while it starts. */
@NullMarked
package dev.schemaguard.spring.jpa;

import org.jspecify.annotations.NullMarked;
