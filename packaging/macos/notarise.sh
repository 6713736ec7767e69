#!/bin/sh
# Lets Apple look through an application or a disk image, and staples the answer to it, so that it
# opens without a network.
#
#   notarise.sh FILE        FILE is an .app or a .dmg that was signed with a Developer ID
#
# The account is in APPLE_ID, APPLE_TEAM and APPLE_PASSWORD (one made for this application alone).
set -eu

file=${1:?usage: notarise.sh FILE.app|FILE.dmg}
: "${APPLE_ID:?}" "${APPLE_TEAM:?}" "${APPLE_PASSWORD:?}"

handed=$file
case $file in
  *.app)  # Apple takes folders as archives only
    handed=$(mktemp -d)/application.zip
    ditto -c -k --keepParent "$file" "$handed" ;;
esac
xcrun notarytool submit "$handed" --wait \
  --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
xcrun stapler staple "$file"
xcrun stapler validate "$file"
