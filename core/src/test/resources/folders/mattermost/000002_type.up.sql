DO $$
BEGIN
  IF NOT EXISTS (SELECT * FROM pg_type typ
                            INNER JOIN pg_namespace nsp ON nsp.oid = typ.typnamespace
                        WHERE nsp.nspname = current_schema()
                            AND typ.typname = 'team_type') THEN
    CREATE TYPE team_type AS ENUM ('I', 'O');
  END IF;
END;
$$
LANGUAGE plpgsql;
ALTER TABLE teams alter column type type team_type using type::team_type;
