SET search_path=public;
CREATE SCHEMA gitlab_partitions_dynamic;
CREATE SCHEMA gitlab_partitions_static;
CREATE FUNCTION set_has_external_issue_tracker() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN
UPDATE projects SET has_external_issue_tracker = EXISTS (SELECT 1 FROM integrations WHERE project_id = NEW.project_id);
RETURN NULL;
END
$$;
CREATE TABLE audit_events (
    id bigint NOT NULL,
    author_id bigint NOT NULL,
    details text,
    created_at timestamp without time zone NOT NULL,
    ip_address inet,
    CONSTRAINT check_83ff8406e2 CHECK ((char_length(details) <= 255))
)
PARTITION BY RANGE (created_at);
CREATE TABLE gitlab_partitions_dynamic.audit_events_202401 PARTITION OF audit_events
FOR VALUES FROM ('2024-01-01 00:00:00') TO ('2024-02-01 00:00:00');
CREATE TABLE batched_events (
    project_id bigint NOT NULL,
    action smallint DEFAULT 0 NOT NULL,
    fingerprint bytea NOT NULL
)
PARTITION BY HASH (project_id);
CREATE TABLE gitlab_partitions_static.batched_events_00 PARTITION OF batched_events
FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE gitlab_partitions_static.batched_events_01 (
    project_id bigint NOT NULL,
    action smallint DEFAULT 0 NOT NULL,
    fingerprint bytea NOT NULL
);
ALTER TABLE ONLY batched_events ATTACH PARTITION gitlab_partitions_static.batched_events_01 FOR VALUES WITH (modulus 2, remainder 1);
CREATE SEQUENCE audit_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE audit_events_id_seq OWNED BY audit_events.id;
CREATE TABLE projects (
    id integer NOT NULL,
    name character varying,
    has_external_issue_tracker boolean,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    storage_version smallint,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    lock_version integer DEFAULT 0,
    "group" character varying(255) DEFAULT NULL::character varying,
    CONSTRAINT check_bf5157a366 CHECK ((name IS NOT NULL)) NOT VALID,
    CONSTRAINT "check_1a0ab0c8d1_long" CHECK (((storage_version = ANY (ARRAY[0, 1, 2])) OR (lock_version IS NULL)))
);
COMMENT ON COLUMN projects.settings IS 'JSON
with '' quotes';
CREATE SEQUENCE projects_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1;
ALTER SEQUENCE projects_id_seq OWNED BY projects.id;
CREATE TABLE integrations (
    id bigint NOT NULL,
    project_id integer,
    active boolean DEFAULT false NOT NULL,
    config text
);
ALTER TABLE ONLY audit_events ALTER COLUMN id SET DEFAULT nextval('audit_events_id_seq'::regclass);
ALTER TABLE ONLY projects ALTER COLUMN id SET DEFAULT nextval('projects_id_seq'::regclass);
ALTER TABLE ONLY audit_events
    ADD CONSTRAINT audit_events_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY gitlab_partitions_dynamic.audit_events_202401
    ADD CONSTRAINT audit_events_202401_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY integrations
    ADD CONSTRAINT integrations_pkey PRIMARY KEY (id);
ALTER TABLE projects
    ADD CONSTRAINT check_late CHECK ((lock_version >= 0)) NOT VALID;
CREATE INDEX index_audit_events_on_author ON ONLY audit_events USING btree (author_id, created_at DESC NULLS LAST);
CREATE INDEX audit_events_202401_author_id_created_at_idx ON gitlab_partitions_dynamic.audit_events_202401 USING btree (author_id, created_at DESC NULLS LAST);
CREATE UNIQUE INDEX index_batched_on_fingerprint ON batched_events USING btree (project_id, fingerprint);
CREATE INDEX index_projects_on_lower_name ON projects USING btree (lower((name)::text) varchar_pattern_ops) WHERE (storage_version IS NOT NULL);
CREATE INDEX index_projects_on_topics ON projects USING gin (topics) WITH (fastupdate='off');
CREATE UNIQUE INDEX index_integrations_active ON integrations USING btree (project_id) INCLUDE (active) WHERE ((active = true) AND (config IS NOT NULL));
ALTER INDEX index_audit_events_on_author ATTACH PARTITION gitlab_partitions_dynamic.audit_events_202401_author_id_created_at_idx;
ALTER INDEX audit_events_pkey ATTACH PARTITION gitlab_partitions_dynamic.audit_events_202401_pkey;
CREATE TRIGGER trigger_has_external_issue_tracker AFTER INSERT ON integrations FOR EACH ROW WHEN (((new.active IS TRUE))) EXECUTE FUNCTION set_has_external_issue_tracker();
ALTER TABLE ONLY integrations
    ADD CONSTRAINT fk_71cce407f9 FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE audit_events
    ADD CONSTRAINT fk_audit_author FOREIGN KEY (author_id) REFERENCES integrations(id);
CREATE VIEW active_integrations AS
 SELECT i.id, i.project_id AS "project" FROM integrations i WHERE i.active;
