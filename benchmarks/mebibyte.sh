#!/bin/bash
# Files of 1 MiB, valid and hostile, and fleets of more and more blocks, with the bbc on the PATH:
#
#   benchmarks/mebibyte.sh [FOLDER]
#
# Each line has the exit code, the seconds of wall clock and processor, and the resident memory of one `bbc check` with a heap of
# 160 MiB. Each file ends with its result or at a named limit. The fleets have 100 networks a tenant; parsing and checking are linear.
set -eu
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"
export BBC_HEAP=160m

platform() {
  mkdir -p "$1/platform" "$1/tenants/acme"
  cat > "$1/platform/p.bbc" << 'END'
platform p {
  host node-a { uplink = "eth0"; address = 192.0.2.10/24; cpu = 4096; memory = 64TiB; storage = 1024TiB }
  pool subnets4 { from = 10.0.0.0/8; prefix = 28 }
  image debian { source = directory("/images/debian") }
  defaults container { image = debian; memory { limit = 16MiB }; cpu { cores = 0.001 } }
}
END
}

# measure NAME [NETWORKS]
measure() {
  code=0
  /usr/bin/time -o time -f '%e %U %S %M' bbc check "$1" > output 2>&1 || code=$?
  tail -n 1 time | awk -v name="$1" -v code="$code" -v blocks="${2:-0}" '
    { cpu = $2 + $3; printf "%-10s exit %s, %5.1f s, %5.1f s of processor, %4d MiB", name, code, $1, cpu, $4 / 1024 }
    blocks { printf ", %6d networks", blocks }
    { print "" }'
  grep -oE '^error\[[A-Z0-9]+\]: .{0,70}' output | head -n 1 | sed 's/^/           /' || true
}

# fill NAME HEAD UNIT TAIL [MOST]: HEAD, UNIT with each number for `@` up to 1 MiB, TAIL.
fill() {
  platform "$1"
  awk -v head="$2" -v unit="$3" -v tail="$4" -v most="${5:-999999}" 'BEGIN {
    print head
    size = length(head) + length(tail) + 2
    for (i = 1; i <= most; i++) {
      line = unit
      gsub(/@/, i, line)
      size += length(line) + 1
      if (size > 1048576) break
      print line
    }
    print tail
  }' > "$1/tenants/acme/t.bbc"
  measure "$1"
}

fill containers 'tenant acme {' "  container c@ { env { A = \"$(printf 'x%.0s' {1..150})\" } }" '}'
fill networks 'tenant acme {' "  network n@ { mode = bridge; dns = [] } $(printf ' %.0s' {1..200})" '}' 4000
fill unknown 'tenant acme {' '  container c@ { memry { limit = 16MiB } }' '}' 14000
fill values 'tenant acme {' '  container c@ { memory { limit = @MiB + "x" } }' '}' 14000
fill ports 'tenant acme { network n { }; container c { attach n { }' '  publish tcp auto -> @' '} }' 30000
fill env 'tenant acme { container c { env {' "  K@ = \"$(printf 'x%.0s' {1..85})\"" '} } }' 10000
fill profiles 'tenant acme { container c { use p1() } }' 'profile p@() for container { use p1(); use p1@() }' '' 15000
fill doubling 'tenant acme { container c { use p(n = 0) } }' 'profile p(n: Int) for container { use p(n = n + 1); use p(n = n + 2) }' '' 1
fill product 'tenant acme {' '  for a in 1..9999 { for b in 1..9999 { network ("n@-{a}-{b}") { } } }' '}' 500
fill strings 'let x0 = "ab"' 'let x@ = "{x0}{x0}{x0}{x0}{x0}{x0}{x0}{x0}"' 'tenant acme { id = x9 }' 10000
fill comprehensions 'tenant acme { let x = 1..9999' '  let y@ = [len([b for b in x where b > a]) for a in x]' '  id = "{y1}" }' 5000
fill tests 'tenant acme { }' 'test "t@" { tenant t { container c { } }; expect t.c.tasks == none }' '' 5000
fill syntax 'tenant acme {' '  x == @ ; container c@ {{ }' '}'
fill brackets 'tenant acme { id = ' '((((((((((((((((((((((((((((((((((((((((((((' '}'
fill quotes 'tenant acme { id = ' '"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"{"' '}'
fill comments 'tenant acme { }' '# ################################################################' ''

for tenants in 10 50 100 500; do
  platform "fleet$tenants"
  rmdir "fleet$tenants/tenants/acme"
  for ((t = 0; t < tenants; t++)); do
    mkdir "fleet$tenants/tenants/t$t"
    awk -v t="$t" 'BEGIN { print "tenant t" t " {"; for (i = 0; i < 100; i++) print "  network n" i " { mode = bridge }"; print "}" }' \
      > "fleet$tenants/tenants/t$t/t.bbc"
  done
  BBC_HEAP=2g measure "fleet$tenants" $((tenants * 100))
done
