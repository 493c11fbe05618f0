# Keys as that server numbers them.
CREATE TABLE `note` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `body` mediumtext NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
