#!/bin/bash
# Runs once, in the database's container: the owner of the tables, and the login for operation.
set -eu
owner=$(cat /run/secrets/owner_password)
runtime=$(cat /run/secrets/runtime_password)
psql --set=ON_ERROR_STOP=1 --username=postgres --set=owner="$owner" --set=runtime="$runtime" <<'SQL'
CREATE ROLE keyway_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE ROLE keyway_runtime LOGIN NOINHERIT PASSWORD :'runtime';
CREATE DATABASE keyway OWNER keyway_owner;
SQL
