DO
$do$
<<migrate_if_version_below_5100>>
DECLARE
  cnt int;
BEGIN
  SELECT count(*) INTO cnt FROM information_schema.columns WHERE table_name = 'posts' AND column_name = 'ispinned';
  IF cnt > 0 THEN
    ALTER TABLE posts RENAME COLUMN ispinned TO pinned;
  END IF;
  IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'nothere') THEN
    DROP TABLE posts;
  END IF;
END migrate_if_version_below_5100 $do$;
