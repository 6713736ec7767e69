#!/bin/sh
# Makes the disk image that a learner opens: the application, and the folder to drag it into.
#
#   disk_image.sh APP FILE.dmg
set -eu

app=${1:?usage: disk_image.sh APP FILE.dmg}
image=${2:?usage: disk_image.sh APP FILE.dmg}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/$(basename "$app")"
ln -s /Applications "$stage/Applications"
mkdir -p "$(dirname "$image")"
hdiutil create -volname Groundwork -srcfolder "$stage" -format ULFO -fs APFS -ov "$image"
