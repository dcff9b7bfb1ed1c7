#!/bin/bash
# Makes the tables of stdlib/catalogue from Debian's systemd: the newest of a suite, and the reference before 258.
#
#   stdlib/catalogue/make/make.sh [SUITE [SOURCES]]
#
# SUITE: forky (default), sid, experimental. SOURCES: a folder of systemd's sources to read instead of the suite's,
# such as a release candidate; the units are then still those of the suite's packages.
# Needs apt-get, dpkg-source (package dpkg-dev), dpkg-deb and python3; no root, nothing is installed. What is fetched
# lies in $BBC_CATALOGUE_CACHE (default: ~/.cache/bbc-catalogue) and is used again. Packages are checked with Debian's
# archive keys; a keyring that is too old for the suite is an error of apt, which BBC_CATALOGUE_KEYRING=FILE mends.
set -euo pipefail
shopt -s inherit_errexit

suite=${1:-forky}
sources=${2:+$(realpath -e "$2")}
reference=trixie

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../../oracle/archive.sh"
mirror=${BBC_CATALOGUE_MIRROR:-$(archive || echo)}
[ -n "$mirror" ] || { echo "apt knows no main archive of a Debian distribution here; BBC_CATALOGUE_MIRROR names one" >&2; exit 1; }
keyring=${BBC_CATALOGUE_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
cache=${BBC_CATALOGUE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/bbc-catalogue}
mkdir -p "$cache"/{lists/partial,archives/partial,fetched}
cd "$cache"

for kind in deb deb-src; do
  for each in "$suite" "$reference"; do
    echo "$kind [signed-by=$keyring] $mirror $each main"
  done
done >sources.list

# A private view of the archive: apt's own settings of this machine stay as they are.
apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$cache/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::lists="$cache/lists" -o Dir::State::status=/dev/null \
    -o Dir::Cache="$cache" -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false \
    -o Debug::NoLocking=true -o APT::Sandbox::User=root "$@"
}
version() { apt source --print-uris --only-source "systemd/$1" | sed -n "s/.*systemd_\([^ ]*\)\.dsc .*/\1/p" | sed 's/%2b/+/;s/%7e/~/' | head -n 1; }

# Fetches and unpacks the source package of a suite, and prints its folder.
source_of() {
  local found folder
  found=$(version "$1")
  [ -n "$found" ] || { echo "no source package of systemd in $1" >&2; exit 1; }
  folder=$cache/systemd-$found
  if [ ! -d "$folder" ]; then
    (cd fetched && apt source --download-only --only-source "systemd/$1" >&2)
    rm -rf "$folder.part"
    dpkg-source --no-copy --no-check -x "fetched/systemd_${found#*:}.dsc" "$folder.part" >/dev/null
    mv "$folder.part" "$folder"
  fi
  echo "$folder"
}

# The names of the units that systemd's and the bus's packages of a suite ship.
units_of() {
  local name list
  list=$(sed -n '/^Package-List:/,/^[^ ]/s/^ \([a-z0-9-]*\) deb .*/\1/p' fetched/systemd_"$(version "$1")".dsc |
    grep -vE '^lib|-(tests|template|standalone-.*|dev)$|-standalone-|-efi')
  (cd fetched && apt download $(for name in $list dbus dbus-system-bus-common; do echo "$name/$1"; done) >&2)
  for name in $list dbus dbus-system-bus-common; do
    dpkg-deb --fsys-tarfile "$(ls -t fetched/"$name"_*.deb | head -n 1)" | tar -t --quoting-style=literal
  done | sed -nE 's#^\./(usr/)?lib/systemd/(system|user)/([^/]+\.(service|socket|target|mount|automount|timer|path|slice|scope|swap))$#\3#p' | sort -u
}

apt update
newest=${sources:-$(source_of "$suite")}
before=$(source_of "$reference")
units_of "$suite" >units
python3 -B "$here/catalogue.py" "$newest" "$before" units "$here/.."
"$here/retarget.sh"
echo "newest: $(basename "$newest"), reference: $(basename "$before")"
