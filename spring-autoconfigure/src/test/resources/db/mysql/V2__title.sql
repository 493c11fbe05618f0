ALTER TABLE `note`
  ADD COLUMN `title` varchar(50) NULL COMMENT 'shown in lists' AFTER `id`,
  ADD COLUMN `mood` enum('calm','keen') NOT NULL DEFAULT 'calm',
  ADD KEY `note_by_title` (`title`(20));
