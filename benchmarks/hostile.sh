#!/bin/bash
# Time of inputs that are as large as the limits allow, with the bbc on the PATH:
#
#   benchmarks/hostile.sh [FOLDER]
#
#   loops    250 bytes that open 90,000 networks: refused by their number (RES114)
#   blocks   320,000 networks in 16 files of 7 MB: refused at the limit tenant-blocks (LIM001)
#   bomb     a tree of trees in the root of a repository, one file in 200,000 places: stopped at the limit fleet-files
#
# Each line has the exit code and the processor time of one run. On two cores with a load of 5, where a check of nothing takes 1.6 s:
# loops 3.8 s, blocks 7.6 s (parsing 7 MB), gate 12 s and diff 15 s (30 s each while the same file was opened 200,000 times).
set -eu
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"

platform() {
  mkdir -p "$1/platform" "$1/tenants/acme"
  cat >"$1/platform/p.bbc" <<'END'
platform p {
  host node-a { uplink = "eth0"; address = 192.0.2.10/24; cpu = 16; memory = 64GiB; storage = 1TiB }
  image debian { source = directory("/images/debian") }
  admit acme { image = debian }
}
END
}

TIMEFORMAT='%U %S'

measure() {
  name=$1
  shift
  code=0
  { time { "$@" >output 2>&1 || code=$?; }; } 2>seconds
  printf '%-8s exit %s, %s s\n' "$name" "$code" "$(awk '{ print $1 + $2 }' seconds)"
}

platform loops
awk 'BEGIN { print "tenant acme {"; for (k = 0; k < 9; k++) printf "  for i in 1..9999 { network (\"n%d-{i}\") { } }\n", k; print "}" }' \
  >loops/tenants/acme/t.bbc

platform blocks
for file in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
  awk -v f=$file 'BEGIN { print "tenant acme {"; for (i = 0; i < 20000; i++) printf "network n%d-%d { }\n", f, i; print "}" }' \
    >blocks/tenants/acme/t$file.bbc
done

platform bomb
echo 'tenant acme { }' >bomb/tenants/acme/t.bbc
(
  cd bomb
  git init -q -b main .
  git config user.name bbc
  git config user.email bbc@example.org
  git add -A
  git commit -qm base
  blob=$(git hash-object -w tenants/acme/t.bbc)
  tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '100644 blob %s\tf%s.bbc\n' "$blob" $i; done | git mktree)
  for level in 1 2 3 4 5 6 7 8 9 10; do
    tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\td%s\n' "$tree" $i; done | git mktree)
  done
  root=$({ git ls-tree main; printf '040000 tree %s\tbomb\n' "$tree"; } | git mktree)
  git branch topic "$(git commit-tree "$root" -p main -m "bomb $level")"
)

measure loops bbc check loops
measure blocks bbc check blocks
cd bomb
measure gate bbc gate --base main --head topic
measure diff bbc diff main topic
