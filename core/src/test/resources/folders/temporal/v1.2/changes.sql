CREATE TABLE cluster_metadata_info (
  metadata_partition INTEGER NOT NULL, cluster_name VARCHAR(255) NOT NULL, data BYTEA NOT NULL DEFAULT '',
  version BIGINT NOT NULL, PRIMARY KEY(metadata_partition, cluster_name));
ALTER TABLE cluster_metadata_info RENAME TO cluster_info;
ALTER TABLE cluster_info RENAME CONSTRAINT cluster_metadata_info_pkey TO cluster_info_pk;
ALTER INDEX cluster_info_pk RENAME TO cluster_info_pkey;
