#!/usr/bin/env bash
# Runs once, on an empty volume. Per service: a database, a role that migrates it and owns it, and a role for run time
# that reads and writes rows and owns nothing. The same as LocalPostgres.prepare in kit/test-kit.
set -euo pipefail

prepare() {
  local service=$1 owner_password=$2 app_password=$3
  psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
    -v service="$service" -v owner="${service}_owner" -v app="${service}_app" \
    -v owner_password="$owner_password" -v app_password="$app_password" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"service" OWNER :"owner";
REVOKE ALL ON DATABASE :"service" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"service" TO :"app";
\connect :service
ALTER SCHEMA public OWNER TO :"owner";
REVOKE CREATE ON SCHEMA public FROM PUBLIC, :"app";
GRANT USAGE ON SCHEMA public TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT USAGE ON SEQUENCES TO :"app";
SQL
}

prepare catalog "$CATALOG_OWNER_PASSWORD" "$CATALOG_APP_PASSWORD"
prepare plan "$PLAN_OWNER_PASSWORD" "$PLAN_APP_PASSWORD"
prepare progress "$PROGRESS_OWNER_PASSWORD" "$PROGRESS_APP_PASSWORD"
