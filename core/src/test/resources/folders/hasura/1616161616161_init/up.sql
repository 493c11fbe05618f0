CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TABLE "public"."author"("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "created_at" timestamptz NOT NULL DEFAULT now(), "updated_at" timestamptz NOT NULL DEFAULT now(), PRIMARY KEY ("id") , UNIQUE ("name"));COMMENT ON TABLE "public"."author" IS E'who\'s who';
CREATE OR REPLACE FUNCTION "public"."set_current_timestamp_updated_at"()
RETURNS TRIGGER AS $$
DECLARE
  _new record;
BEGIN
  _new := NEW;
  _new."updated_at" = NOW();
  RETURN _new;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER "set_public_author_updated_at"
BEFORE UPDATE ON "public"."author"
FOR EACH ROW
EXECUTE PROCEDURE "public"."set_current_timestamp_updated_at"();
COMMENT ON TRIGGER "set_public_author_updated_at" ON "public"."author"
IS 'trigger to set value of column "updated_at" to current timestamp on row update';
