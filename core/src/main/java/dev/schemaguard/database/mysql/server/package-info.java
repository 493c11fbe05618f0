/** Which server it is that speaks the protocol: MySQL, MariaDB, or another one. */
@NullMarked
package dev.schemaguard.database.mysql.server;

import org.jspecify.annotations.NullMarked;
