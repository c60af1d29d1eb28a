#!/bin/sh
# Makes compose/secrets: passwords, a certificate authority of your own and a certificate of it.
# Keeps what is there. Needs openssl and docker.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# The folder is yours alone; the containers read single files of it as other users.
chmod 700 secrets
cd secrets

random() { openssl rand -hex 24; }
make() {
  [ -s "$1" ] || printf '%s' "$2" > "$1"
  chmod 444 "$1"
}

make postgres_password "$(random)"
make owner_password "$(random)"
make runtime_password "$(random)"
make database_url "postgresql://keyway_runtime:$(cat runtime_password)@postgres:5432/keyway"
make database_migration_url "postgresql://keyway_owner:$(cat owner_password)@postgres:5432/keyway"
make oidc_client_secret "$(random)"
make person_password "$(random)"
chmod 400 person_password

if [ ! -s tls.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
    -subj '/CN=Keyway on this machine' -keyout ca.key -out ca.pem \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign'
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -subj '/CN=keyway.localhost' -keyout tls.key -out tls.csr
  printf 'subjectAltName=DNS:keyway.localhost,DNS:login.localhost\nextendedKeyUsage=serverAuth\n' > tls.ext
  openssl x509 -req -in tls.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 397 \
    -extfile tls.ext -out tls.crt
  rm tls.csr tls.ext
  chmod 400 ca.key
  chmod 444 ca.pem tls.crt tls.key
fi

if [ ! -s login.env ]; then
  hash=$(docker run --rm docker.io/library/caddy:2.10 \
    caddy hash-password --plaintext "$(cat person_password)")
  # In an env file of compose, single quotes keep the dollar signs of the hash.
  printf "KEYWAY_CLIENT_SECRET=%s\nOWNER_PASSWORD_HASH='%s'\n" \
    "$(cat oidc_client_secret)" "$hash" > login.env
  chmod 600 login.env
fi

echo "Trust secrets/ca.pem in your browser, and sign in as owner@example.com with:"
cat person_password
echo
