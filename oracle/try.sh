#!/bin/bash
# Boots a compiled host on this machine, shows its state, and opens a shell on it.
#
#   oracle/try.sh TREE/hosts/HOST              boot, show, shell; everything is gone when the shell ends
#   oracle/try.sh TREE/hosts/HOST COMMAND...   run a command on the booted host instead of the shell
#
# Needs root on Debian or a relative of it; README.md describes the limits of this host. Every image of the tree that
# is a folder in /var/lib/machines is a small Debian here, whatever it is on your host.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ -f "${1:-}/host.json" ] || { sed -n '2,9p' "$0" >&2; exit 2; }
tree=$(cd "$1" && pwd)
shift

field() { sed -n "s/^  \"$1\": \"\(.*\)\",*\$/\1/p" "$tree/host.json" | head -n 1; }
images() { grep -rhoE '/var/lib/machines/[A-Za-z0-9._-]+' "$tree/etc" | sed 's|.*/||' | sort -u | tr '\n' ' '; }

root=$("$here/make-root.sh")
BBC_ORACLE_HOST=$(dirname "$root")/try-$$
BBC_ORACLE_UPLINK=$(field uplink)
BBC_ORACLE_IMAGES=$(images)
export BBC_ORACLE_HOST BBC_ORACLE_UPLINK BBC_ORACLE_IMAGES
scratch=$(mktemp -d)
trap '"$here/host.sh" reset; rm -rf "$scratch"' EXIT

cat >"$scratch/20-uplink.network" <<UPLINK
[Match]
Name=$BBC_ORACLE_UPLINK

[Network]
Address=$(field address)
LinkLocalAddressing=no
UPLINK
"$here/host.sh" put "$scratch" /etc/systemd/network
"$here/host.sh" put "$tree/etc" /var/lib/confexts/bbc.v/bbc_1/etc
"$here/host.sh" start

# Workloads come up after the boot: wait until no job is left, up to a limit.
# shellcheck disable=SC2016 # a script for the host
"$here/host.sh" exec sh -c '
  for wait in $(seq 1 120); do [ -n "$(systemctl list-jobs --no-legend)" ] || break; sleep 0.5; done
  sleep 2
  echo "--- warnings about files"
  for file in $(journalctl --field=CONFIG_FILE); do
    journalctl --quiet --no-pager --output=cat CONFIG_FILE="$file"
  done | grep . || echo none
  echo "--- failed units"; systemctl --failed --plain --no-legend | grep . || echo none
  echo "--- tenants"; systemctl --no-pager --no-legend --plain list-units "tenant-*" "systemd-nspawn@*" "tenant-vm@*" "bbc-*"
  echo "--- machines"; machinectl --no-pager list
  echo "--- links"; networkctl --no-pager --no-legend list
  echo "--- tables"; nft list tables'
if [ $# -gt 0 ]; then
  "$here/host.sh" exec "$@"
else
  echo '--- shell on the host; the host ends with the shell'
  "$here/host.sh" exec /bin/bash -i || true
fi
