/** Guards each SessionFactory of Hibernate that nobody else guards: its start is refused where the schema does not serve it. */
@NullMarked
package dev.schemaguard.hibernate.start;

import org.jspecify.annotations.NullMarked;
