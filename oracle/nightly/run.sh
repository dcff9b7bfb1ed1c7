#!/bin/bash
# Boots a full virtual machine under software emulation, with the distribution's own kernel, and runs the proofs in it.
#
#   oracle/nightly/run.sh [RESULT]    writes what was proved to RESULT (default docs/nightly.md); fails when a proof fails
#
# BBC_NIGHTLY_PROOFS    numbers of the scripts in proofs/ to run besides 00, "20 30"; all of them without it
#
# Needs root, qemu-system-x86_64, mkfs.ext4 and what make-root.sh needs; no network, no KVM, 2 GB of memory, 3 GB of disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
result=${1:-$top/docs/nightly.md}
work=$top/build/nightly
limit=3600 # seconds for the machine

refuse() { echo "run.sh: $1" >&2; exit 2; }

compile() {
  rm -rf "$work"
  mkdir -p "$work/changed"
  cp -R "$here/fleet/." "$work/changed"
  # The same fleet with another limit, for the change that must take effect at once.
  sed -i 's/limit = 128MiB/limit = 256MiB/' "$work/changed/tenants/red/tenant.bbc"
  "$top/bbc" compile "$here/fleet" --out "$work/a"
  "$top/bbc" compile "$work/changed" --out "$work/b"
  "$top/bbc" verify "$here/network" >"$work/verify.txt" 2>&1 && verified=proved || verified=FAILED
}

# What lies over the root in the machine's disk.
files() {
  local upper=$1 units=$1/etc/systemd/system
  mkdir -p "$upper/opt/nightly" "$units/multi-user.target.wants" "$units/local-fs.target.wants" "$upper/var/lib/machines/debian" \
    "$upper/var/lib/confexts/bbc.v/bbc_1" "$upper/var/lib/bitbuilder"
  cp -R "$here/guest.sh" "$here/network" "$here/tools" "$upper/opt/nightly"
  mkdir "$upper/opt/nightly/proofs"
  for number in 00 ${BBC_NIGHTLY_PROOFS:-10 20 30 40}; do cp "$here/proofs/$number"-*.sh "$upper/opt/nightly/proofs"; done
  cp -R "$work/a/hosts/node/etc" "$upper/opt/nightly/tree-a"
  cp -R "$work/b/hosts/node/etc" "$upper/opt/nightly/tree-b"
  cp -R "$work/a/hosts/node/etc" "$upper/var/lib/confexts/bbc.v/bbc_1/etc"
  echo node >"$upper/var/lib/bitbuilder/host"
  cp "$here"/units/* "$units"
  ln -s ../nightly.service "$units/multi-user.target.wants"
  ln -s ../var-lib-machines-debian.mount "$units/local-fs.target.wants"
  chmod -R u=rwX,go=rX "$upper"
}

# The machine's disk, and a second one with the plain root: the image of the containers.
disks() {
  mkdir -p "$work"/{upper,scratch,merged}
  files "$work/upper"
  truncate -s 2G "$work/disk.raw"
  truncate -s 1G "$work/image.raw"
  # In a mount namespace of its own: nothing stays mounted, however this ends.
  # shellcheck disable=SC2016 # a script for the namespace
  unshare --mount bash -ec 'mount -t overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/scratch" overlay "$2/merged"
    mkfs.ext4 -q -E root_owner=0:0 -d "$2/merged" "$2/disk.raw"' - "$1" "$work"
  mkfs.ext4 -q -E root_owner=0:0 -d "$1" "$work/image.raw"
}

# The machine's clock counts instructions: no load on this machine makes anything in there run into a timeout, and time in
# which nothing happens is skipped.
boot() {
  timeout --kill-after=10 "$limit" qemu-system-x86_64 -accel tcg -icount shift=0,sleep=off -cpu max -smp 2 -m 2048 -nodefaults -display none -no-reboot \
    -kernel "$1"/boot/vmlinuz-* -initrd "$1"/boot/initrd.img-* \
    -append "root=/dev/vda rw console=ttyS0 systemd.show_status=0 net.ifnames=0 loglevel=4" \
    -drive "file=$work/disk.raw,format=raw,if=virtio,cache=unsafe" \
    -drive "file=$work/image.raw,format=raw,if=virtio,readonly=on" \
    -object rng-random,filename=/dev/urandom,id=random -device virtio-rng-pci,rng=random \
    -serial "file:$work/console.log" -serial "file:$work/proofs.tsv"
}

count() { { echo "$verified"; cut -f 1 "$work/proofs.tsv"; } | grep -c "^$1\$" || true; }
fact() { sed -n "s/^fact	$1	//p" "$work/proofs.tsv"; }

table() {
  sed -i 's/\r$//' "$work/proofs.tsv"
  cat <<INTRO
# Nightly run

Written by \`.ci/nightly\`; do not edit. What the live host of \`mvn verify\` cannot show because the kernel of a build machine lacks it is shown
here in a full virtual machine under software emulation.

- date: $(date -u '+%Y-%m-%d %H:%M') UTC
- systemd $(fact systemd), kernel $(fact kernel), nftables $(fact nftables), Debian forky
- $(qemu-system-x86_64 --version | sed -n '1s/.*version \([^ ]*\).*/qemu \1/p'), \`-accel tcg\`, 2 processors, 2 GiB
- wall time: $1 s from the start of the machine to its power-off
- $(count proved) proved, $(count FAILED) failed$(finished || echo '; the machine did not come to its end')

| subject | claim | verdict | seen |
|---|---|---|---|
| links | \`bbc verify\` finds nothing in the files of network/ | $verified | \`$(tr -s '\n' ' ' <"$work/verify.txt")$(find "$here/network" -type f | wc -l) files\` |
INTRO
  awk -F '\t' '$1 == "proved" || $1 == "FAILED" { gsub(/\|/, "\\|"); sub(/ +$/, "", $4); sub(/^ +/, "", $4); printf "| %s | %s | %s | `%s` |\n", $2, $3, $1, $4 }' "$work/proofs.tsv"
}

finished() { grep -q '^end' "$work/proofs.tsv"; }

[ "$(id -u)" = 0 ] || refuse "needs root"
command -v qemu-system-x86_64 >/dev/null || refuse "needs qemu-system-x86_64 (Debian: qemu-system-x86)"
root=$("$here/../make-root.sh" --vm)
compile
disks "$root"
start=$SECONDS
boot "$root" || echo "run.sh: the machine ended with $?" >&2
table $((SECONDS - start)) >"$result"
rm -rf "$work"/*.raw "$work/upper" "$work/scratch" "$work/merged"
cat "$result"
finished && [ "$(count FAILED)" = 0 ]
