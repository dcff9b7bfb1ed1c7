#!/bin/bash
# Boots a compiled virtual machine under software emulation on the live host, and proves what the guest and the host see.
#
#   oracle/machines/run.sh [RESULT]    appends the proofs to RESULT (default docs/nightly.md); fails when a proof fails
#
# Needs root and what make-root.sh needs; no KVM, no network. Without /dev/vhost-vsock on this machine the guest cannot report
# that it is ready: the failure that a host would see then is proved first, and a drop-in replaces the report after that.
# shellcheck disable=SC2016,SC2317 # scripts for the host; functions that prove calls
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
result=${1:-$top/docs/nightly.md}
work=$top/build/machines
unit=tenant-vm@red.db.service
export BBC_ORACLE_VARIANT=machines BBC_ORACLE_UPLINK=eth0 BBC_ORACLE_IMAGES=unused
BBC_ORACLE_HOST=$(dirname "$("$here/../make-root.sh" --machines --path)")/machines-$$
export BBC_ORACLE_HOST

x() { "$here/../host.sh" exec "$@"; }
put() { "$here/../host.sh" put "$1" "$2"; }

# prove CLAIM COMMAND...: the claim holds when the command succeeds; its output is what was seen.
prove() {
  local claim=$1 seen verdict=proved
  shift
  seen=$("$@" 2>&1) || { verdict=FAILED; failed=1; }
  printf '| machines | %s | %s | `%s` |\n' "$claim" "$verdict" "$(tr -s '\n\t ' ' ' <<<"$seen" | sed 's/|/\\|/g; s/ $//')" | tee -a "$work/rows"
}

# is WANTED SEEN: prints what was seen, and fails when it is not what was wanted.
is() {
  echo "$2"
  [ "$1" = "$2" ] || { echo "(wanted $1)"; return 1; }
}

# has TEXT PART...: prints the text, and fails when a part is not in it.
has() {
  local text=$1 part
  shift
  echo "$text"
  for part in "$@"; do
    case " $text " in *"$part"*) ;; *) echo "(wanted $part)"; return 1 ;; esac
  done
}

# within SECONDS COMMAND...: repeats the command until it succeeds.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || { echo "timeout: $*"; return 1; }
    sleep 3
  done
}

show() { x systemctl show --value --property "$1" "$unit"; }
manifest() { sed -n "s/^ *\"$1\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" "$work/tree/tenants/red/manifest.json" | head -n 1; }
limit() { sed -n "s/^$1=//p" "$work/tree/hosts/node/etc/systemd/system/$unit.d/55-limits.conf"; }
fact() { sed -n "s/^$1 //p" "$work/facts"; }
ask() { x timeout 5 bash -c 'cat </dev/tcp/$1/22' - "$1" >"$work/facts" && [ -s "$work/facts" ]; }

# The disk of the image, with the probe in its root partition, and without questions that nobody answers.
disk() {
  local disk=$1 start
  cp --sparse=always "$("$here/make-disk.sh")" "$disk"
  start=$(partx --show --output START --noheadings --nr 2 "$disk" | tr -d ' ')
  debugfs -w -f - "$disk?offset=$((start * 512))" >/dev/null 2>&1 <<WRITE
write $here/probe/guest-probe.service /usr/lib/systemd/system/guest-probe.service
write $here/probe/guest-probe.sh /usr/lib/guest-probe.sh
symlink /etc/systemd/system/systemd-firstboot.service /dev/null
WRITE
}

begin() {
  rm -rf "$work"
  mkdir -p "$work/uplink" "$work/name"
  "${BBC:-$top/bbc}" compile "$here/fleet" --out "$work/tree" >/dev/null
  printf '[Match]\nName=eth0\n\n[Network]\nAddress=192.0.2.10/24\nLinkLocalAddressing=no\n' >"$work/uplink/20-uplink.network"
  echo node >"$work/name/host"
  put "$work/uplink" /etc/systemd/network
  put "$work/name" /var/lib/bitbuilder
  put "$work/tree/hosts/node/etc" /var/lib/confexts/bbc.v/bbc_1/etc
  mkdir -p "$BBC_ORACLE_HOST/machines"
  disk "$BBC_ORACLE_HOST/machines/debian-vm.raw"
  trap '"$here/../host.sh" reset' EXIT
  "$here/../host.sh" start
  x sh -c 'ip netns add outside; ip link set outside netns outside; ip -n outside address add 192.0.2.20/24 dev outside
    ip -n outside link set outside up'
}

# devices LIST: the devices that the unit asks for.
devices() {
  x sh -c 'mkdir -p /run/systemd/system/tenant-vm@.service.d
    printf "[Service]\nType=exec\nEnvironment=\"BBC_DEVICES='"$1"'\"\n" >/run/systemd/system/tenant-vm@.service.d/10-devices.conf
    systemctl daemon-reload; systemctl restart --no-block '"$unit"
}

missing_kvm() {
  local starts
  sleep 30
  starts=$(show NRestarts)
  has "$(x journalctl --no-pager -q -o cat -u "$unit" | grep -m 1 missing)" "missing /dev/kvm" &&
    has "$(x sh -c 'sh /etc/bbc/host/status.sh; cat /run/bbc/status/red.json')" '"converged": false' '"result": "exit-code"' &&
    echo "$starts restarts in 30 s" && [ "$starts" -ge 1 ] && [ "$starts" -le 10 ]
}

missing_vsock() {
  devices vhost-vsock
  within 60 x sh -c 'journalctl --no-pager -q -o cat -u '"$unit"' | grep "missing /dev/vhost-vsock"'
  x journalctl --no-pager -q -o cat -u "$unit" | grep -m 1 'missing /dev/vhost-vsock'
}

# What the kernel says of the QEMU of a unit: its user ids, its groups and its capabilities.
qemu() {
  x sh -c 'for pid in $(cat "/sys/fs/cgroup$(systemctl show --value --property ControlGroup '"$1"')/supervisor/cgroup.procs"); do
      ! grep -q "^Name:.qemu" "/proc/$pid/status" ||
        sed -n "s/^\(Uid\|Gid\|Groups\|CapPrm\|CapEff\|NoNewPrivs\|Seccomp\):/\1/p" "/proc/$pid/status" | tr "\t" " "
    done'
}

# first TENANT: the first of the user ids of a tenant's machine.
first() { sed -n 's/^ *"uids": "\([0-9]*\)\.\..*/\1/p' "$work/tree/tenants/$1/manifest.json"; }

unprivileged() {
  local uid
  uid=$(first "$1")
  has "$(qemu "$2")" "Uid $uid $uid $uid $uid" "Gid $uid $uid $uid $uid" 'CapPrm 0000000000000000' 'CapEff 0000000000000000' \
    'NoNewPrivs 1' 'Seccomp 2' && [ "$uid" -ge 524288 ]
}

tap_of_its_user() { has "$(x ip tuntap show | grep '^vt-red.db:')" "user $(first red)"; }

# The machine of the other tenant: only its monitor counts here, so the guest does not boot to its end. Nothing upholds it.
neighbour() {
  local other=tenant-vm@blue.web.service
  x systemctl start "$other"
  within 120 unprivileged blue "$other" >/dev/null
  unprivileged blue "$other" && [ "$(first red)" != "$(first blue)" ]
}

end_neighbour() {
  local other=tenant-vm@blue.web.service
  x ip -brief link show vt-blue.web
  x sh -c "systemctl stop --no-block $other; systemctl kill --kill-whom=main --signal=KILL $other; systemctl stop $other"
  ! x ip link show vt-blue.web
}

firmware_state() {
  is 'web.raw web.raw.efinvramstate disk.raw' \
    "$(x sh -c 'cd /var/lib/tenants; for folder in blue/data red/runtime/db; do ls "$folder"; done | xargs')"
}

answers() { within 1500 ask "$(manifest ipv4)" && echo "facts after $((SECONDS - started)) s"; }
port() {
  local bridge
  bridge=$(manifest bridge)
  has "$(x ip -oneline link show master "$bridge")" ': vt-' | sed 's/ mtu .*//'
}
published() { has "$(x ip netns exec outside timeout 5 bash -c 'cat </dev/tcp/192.0.2.10/2222' | head -n 1)" 'hostname db'; }
converged() { has "$(x sh -c 'sh /etc/bbc/host/status.sh; grep -o "\"converged.*," /run/bbc/status/red.json')" true; }

memory_max() {
  local wanted
  wanted=$(limit MemoryMax)
  is "$(numfmt --from=iec "$wanted")" "$(show MemoryMax)"
}

# The guest's own shutdown ran, and nothing was killed for its time.
stops() {
  local begin=$SECONDS image
  image=/var/lib/tenants/red/data/db.data.raw
  x systemctl stop bbc-host.target "$unit"
  is stopped "$(x debugfs -R 'cat /stopped' "$image" 2>/dev/null)" &&
    is '' "$(x journalctl --no-pager -q -o cat -u "$unit" | grep 'Killing process\|timed out')" &&
    echo "after $((SECONDS - begin)) s" && [ $((SECONDS - begin)) -lt 120 ]
}

proofs() {
  [ -c /dev/kvm ] || prove 'without /dev/kvm the failure is reported, and starts become rarer' missing_kvm
  [ -c /dev/vhost-vsock ] || prove 'without /dev/vhost-vsock the failure is reported' missing_vsock
  devices ''
  started=$SECONDS
  prove 'the compiled unit boots the image, and the service of the image runs' answers
  prove 'the unit is active' is active "$(show ActiveState)"
  prove 'machinectl lists the machine' has "$(x machinectl --no-legend --no-pager list)" red.db
  prove 'its tap device is a port of the bridge' port
  prove 'QEMU runs as the first user id of its machine, without capabilities' unprivileged red "$unit"
  prove 'only that user may open the tap device' tap_of_its_user
  prove 'QEMU of another tenant runs as another user' neighbour
  prove 'a machine that has ended leaves no tap device' end_neighbour
  prove 'state of the firmware is kept with a disk of its own, and only then' firmware_state
  prove 'MemoryMax of the unit' memory_max
  prove 'TasksMax of the unit' is 300 "$(show TasksMax)"
  prove 'CPUWeight of the unit' is 150 "$(show CPUWeight)"
  prove 'host name' is db "$(fact hostname)"
  prove 'processors' is 2 "$(fact processors)"
  prove 'lease as allocated' has "$(fact address4)" "$(manifest ipv4)/"
  prove 'IPv6 address as allocated' has "$(fact address6)" "$(manifest ipv6)/"
  prove 'default route' is "$(manifest gateway)" "$(fact route)"
  prove 'volume formatted and mounted' has "$(fact volume)" ext4 nosuid nodev
  prove 'credentials' has "$(fact credentials)" fstab.extra network.network.50-net system.hostname systemd.extra-unit.bbc-environment.service \
    systemd.unit-dropin.multi-user.target
  prove 'a variable in a service of the guest' is 10.0.0.1:5432 "$(fact PLAIN)"
  prove 'a variable with blanks, quotes, %, $ and a backslash' is 'a  "b" '"'c'"' 100%h $HOME ${HOME} \n #;' "$(fact ODD)"
  prove 'no unit failed in the guest' is '' "$(fact failed)"
  prove 'published port, from outside' published
  prove 'status of the tenant' converged
  prove 'stops by its power button' stops
}

[ "$(id -u)" = 0 ] || { echo "run.sh: needs root" >&2; exit 2; }
failed=0
begin
proofs
{
  printf '\n## Machines\n\nA compiled `tenant-vm@` unit on the live host, %s, %s, `-accel tcg`.\n\n' \
    "$(date -u '+%Y-%m-%d %H:%M UTC')" "$(x qemu-system-x86_64 --version | sed -n '1s/.*version \([^ ]*\).*/qemu \1/p')"
  printf '| subject | claim | verdict | seen |\n|---|---|---|---|\n'
  cat "$work/rows"
} >>"$result"
exit "$failed"
