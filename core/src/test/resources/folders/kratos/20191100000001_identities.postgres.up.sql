CREATE TABLE "identities" (
"id" UUID NOT NULL,
PRIMARY KEY("id"),
"traits_schema_id" VARCHAR (2048) NOT NULL,
"traits" jsonb NOT NULL,
"created_at" timestamp NOT NULL,
"updated_at" timestamp NOT NULL
);
CREATE TABLE "identity_credentials" (
"id" UUID NOT NULL, PRIMARY KEY("id"), "config" jsonb NOT NULL, "identity_id" UUID NOT NULL,
FOREIGN KEY ("identity_id") REFERENCES "identities" ("id") ON UPDATE NO ACTION ON DELETE cascade
);
