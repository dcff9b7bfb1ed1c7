#!/bin/sh
# Builds the extension in a folder of its own, from the versions and digests of package-lock.json, whatever registry has them:
#   editors/vscode/build.sh FILE.vsix
# The same sources give the same bytes. Needs Node.js 20 and npm.
set -eu
[ $# = 1 ] || { sed -n '2,4p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cd "$here"
cp -R README.md extension.js language-configuration.json package.json package-lock.json syntaxes .vscodeignore .npmrc "$stage"
cp ../../LICENSE "$stage/LICENSE"
cd "$stage"
umask 022
npm ci --no-audit --no-fund --silent
# One time for all files: an archive has times.
SOURCE_DATE_EPOCH=1764547200 npx --no-install vsce package --no-rewrite-relative-links --skip-license --allow-missing-repository --out "$out" > /dev/null
