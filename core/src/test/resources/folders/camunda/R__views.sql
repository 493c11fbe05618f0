CREATE OR REPLACE VIEW props AS SELECT * FROM act_ge_property;
