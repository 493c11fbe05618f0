CREATE TABLE `identities` (`id` char(36) NOT NULL, PRIMARY KEY(`id`)) ENGINE=InnoDB;
