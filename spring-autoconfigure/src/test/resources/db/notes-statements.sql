-- schema-guard statements, format 1
-- dialect: postgresql
-- complete: false

-- from com.acme.NoteRepository#titles
-- uses select note(read title; compared id)
select title from note where id = ?;
