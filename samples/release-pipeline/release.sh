#!/usr/bin/env bash
# A release, twice: once without the schema, stopped before a user meets it, and once with the schema as part of it.
# Everything runs on this machine: a PostgreSQL, two revisions of a service and the switch in front of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

(cd ../.. && mvn -B -ntp -q package -DskipTests -pl samples/release-pipeline -am)

schema_guard=$(ls ../../jdbc-guard/target/schema-guard-*.jar)
run=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$run"' EXIT

# Starts a program of the sample and waits until it has said its address.
start() { # name program argument...
  local name=$1 program=$2
  shift 2
  java -cp 'target/classes:target/lib/*' "dev.schemaguard.samples.pipeline.$program" "$@" "$run/$name" &
  until [[ -s $run/$name ]]; do
    kill -0 $! # ends the script if the program has ended
    sleep 0.1
  done
}

address() { cat "$run/$1"; }
user_sees() { curl --silent "$(address "$front")/businesses/1"; }
expect() { # what-is what-should-be
  [[ $1 == "$2" ]] || { echo "expected '$2', got '$1'" >&2; exit 1; }
}

# The pipeline. Traffic moves only if each step before it succeeds.
database=database front=front
release() { # revision what-it-expects [sync]
  local url
  url=$(address "$database")
  if [[ ${3:-} == sync ]]; then
    java -jar "$schema_guard" sync --url "$url" --user postgres --expect "$2" || return
  fi
  java -jar "$schema_guard" check --url "$url" --user postgres --expect "$2" || return
  start "$front-$1" Service "$1" "$url"
  curl --silent --request PUT --data "$(address "$front-$1")" "$(address "$front")/traffic"
}

# Asked in a pull request, of files alone: would the schema to come break the release that runs?
proposed() { # folder
  java -jar "$schema_guard" statements --expect "$1/schema.sql" --statements releases/41/statements.sql
}

echo "== 0. A pull request renames a column that release 41 reads:"
echo
code=0
proposed pull-requests/renames-title || code=$?
expect "$code" 1
echo
echo "statements ended with $code, so it is not merged. What release 42 proposes only adds:"
echo
proposed releases/42

start database Database releases/41/schema.sql
start service-41 Service 41 "$(address database)"
start front Switch "$(address service-41)"

echo
echo "== 1. Release 41 has the traffic. A user sees:"
user_sees
expect "$(user_sees)" "Corner Bakery: Fresh bread"

echo
echo "== 2. Release 42 is deployed without its schema, as on the day of the story:"
echo
code=0
release 42 releases/42/schema.sql || code=$?
expect "$code" 1
echo
echo "check ended with $code, so the traffic was not shifted. A user still sees:"
user_sees
expect "$(user_sees)" "Corner Bakery: Fresh bread"

start unguarded Service 42 "$(address database)"
echo "Without the check a user would have been told:"
curl --silent "$(address unguarded)/businesses/1"
expect "$(curl --silent "$(address unguarded)/businesses/1")" "Business not found"

echo
echo "== 3. The same release, with the schema as part of it: sync, check, shift."
echo
release 42 releases/42/schema.sql sync
echo "A user sees:"
user_sees
expect "$(user_sees)" "Corner Bakery: Fresh bread (quality: not yet rated)"

echo
echo "== 4. The story once more, of an application on Prisma. Its schema has what the last push has not:"
echo
database=pushed front=prisma
start pushed Database prisma/pushed.sql
start prisma-41 Service 41 "$(address pushed)"
start prisma Switch "$(address prisma-41)"
code=0
release 42 prisma/schema.prisma || code=$?
expect "$code" 1
echo
echo "check ended with $code, so the traffic was not shifted. A user still sees:"
user_sees
expect "$(user_sees)" "Corner Bakery: Fresh bread"
echo
echo "'prisma db push' belongs before the check. There is no Node.js here, so that sync adds what it would add:"
echo
release 42 prisma/schema.prisma sync
echo "A user sees:"
user_sees
expect "$(user_sees)" "Corner Bakery: Fresh bread (quality: not yet rated)"
