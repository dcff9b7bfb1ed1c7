#!/bin/sh
# Clones examples/fleet to N tenants, with hosts in proportion: what `bbc compile` is measured on.
#   benchmarks/clone-fleet.sh N FOLDER
# Pinned values that only one tenant can have (subnets, ports, MACs, ids, hosts) become `auto` or are counted up.
set -eu
[ $# = 2 ] || { sed -n '2,4p' "$0"; exit 2; }
tenants=$1 out=$2
fleet=$(cd "$(dirname "$0")/../examples/fleet" && pwd)
mkdir -p "$out/platform" "$out/tenants"
cp -R "$fleet/lib" "$out/"

hosts=$((tenants / 10 + 3))
{
  sed -e '/^  host node-[ab]/d' -e '/^  host node-c {/,/^  }/d' -e '/^}$/d' "$fleet/platform/platform.bbc"
  i=0
  while [ $i -lt $hosts ]; do
    echo "  host node-$i { cpu = 128; memory = 1TiB; storage = 16TiB; uplink = \"enp1s0\"; address = 192.0.$((i / 250)).$((i % 250 + 1))/16 }"
    i=$((i + 1))
  done
  echo '}'
} > "$out/platform/platform.bbc"

names='acme globex initech hooli umbrella vehement'
{
  echo 'platform region-one {'
  i=0
  while [ $i -lt "$tenants" ]; do
    for name in $names; do
      [ $i -lt "$tenants" ] || break
      sed -n -e "/^  admit $name {\$/,/^  }\$/p" -e "/^  admit $name {..*}\$/p" "$fleet/platform/tenants.bbc" \
        | sed -e "s/^  admit $name {/  admit $name-$i {/" -e '/^    ports = /d'
      mkdir -p "$out/tenants/$name-$i"
      for file in "$fleet/tenants/$name"/*; do
        sed -e "s/^tenant $name {/tenant $name-$i {/" \
          -e "s/\"name\": \"$name\"/\"name\": \"$name-$i\"/" -e "s/\"id\": \"$name\"/\"id\": \"$name-$i\"/" -e "s/\"$name-2027\"/\"$name-$i\"/" \
          -e 's/subnet = [0-9.]*\/24/subnet = auto/' -e 's/ipv4 = 10\.70\.[0-9.]*/ipv4 = offset(10)/' \
          -e 's/publish \([a-z]*\) [0-9]* ->/publish \1 auto ->/' -e '/place *= node-/d' -e 's/mac = [0-9a-f:]*; //' \
          "$file" > "$out/tenants/$name-$i/${file##*/}"
      done
      i=$((i + 1))
    done
  done
  echo '}'
} > "$out/platform/tenants.bbc"
