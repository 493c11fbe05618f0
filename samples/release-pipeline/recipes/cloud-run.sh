#!/usr/bin/env bash
# Google Cloud Run: the new revision gets traffic only after the schema is there. The image is that of the Dockerfile beside.
set -euo pipefail
: "${IMAGE:?}" "${REGION:?}" "${DATABASE_URL:?jdbc:postgresql://10.0.0.3/app}" "${DATABASE_USER:?}"

# 1. The revision, reachable only by its tag.
gcloud run deploy app --image "$IMAGE" --region "$REGION" --no-traffic --tag candidate

# 2. One job for the schema: sync adds what is missing, check has the last word. It runs where the database can be reached.
for verb in sync check; do
  gcloud run jobs deploy "schema-$verb" --image "$IMAGE" --region "$REGION" \
    --network default --subnet default --vpc-egress private-ranges-only \
    --set-secrets PGPASSWORD=app-database-password:latest --max-retries 0 --task-timeout 5m \
    --command java \
    --args="-jar,/app/schema-guard.jar,$verb,--url,$DATABASE_URL,--user,$DATABASE_USER,--expect,/app/schema.sql"
  gcloud run jobs execute "schema-$verb" --region "$REGION" --wait # fails unless the verb ends with 0
done

# 3. Users move.
gcloud run services update-traffic app --region "$REGION" --to-latest
