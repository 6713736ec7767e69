#!/bin/sh
# Makes a keychain for one build, with the certificate that signs in it: for continuous integration.
#
# The certificate is in MACOS_CERTIFICATE (a .p12 file in Base64) and MACOS_CERTIFICATE_PASSWORD.
set -eu

: "${MACOS_CERTIFICATE:?}" "${MACOS_CERTIFICATE_PASSWORD:?}"

folder=$(mktemp -d)
trap 'rm -f "$folder/certificate.p12"' EXIT
keychain=$folder/build.keychain-db
password=$(openssl rand -hex 16)

printf %s "$MACOS_CERTIFICATE" | openssl base64 -d -A -out "$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" \
  -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
