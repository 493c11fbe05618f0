/** Asks MyBatis, by the definitions of its beans, for the SQL in the annotations of an application's mappers. */
@NullMarked
package dev.schemaguard.spring.mybatis;

import org.jspecify.annotations.NullMarked;
