#!/bin/bash
# Boots the oracle root as a host: systemd as PID 1 in a separate container, on any Linux machine with cgroup 2.
#
#   oracle/host.sh start            boot what the state folder holds; a fresh one is made when there is none
#   oracle/host.sh exec COMMAND...  run a command inside, with PID 1's namespaces and an empty environment
#   oracle/host.sh leader           print the process that is PID 1 inside, as seen from here
#   oracle/host.sh put SRC DST      copy the contents of folder SRC into folder DST of the host, running or not
#   oracle/host.sh stop             power off; the state stays, so that the next start is a cold boot of it
#   oracle/host.sh cut              end it as a power cut does; the state stays
#   oracle/host.sh reset            power off and forget the state
#
# BBC_ORACLE_HOST    state folder; one host each (default: folder "host" next to the root)
# BBC_ORACLE_UPLINK  name of a veth in the host that acts as its uplink; its other end is "outside"
# BBC_ORACLE_VARIANT "machines" for the root that starts virtual machines
# BBC_ORACLE_IMAGES  names in /var/lib/machines under which the containers find the root as their image
#
# The root is a read-only lower layer. /var/lib/machines, /var/lib/tenants and /var/lib/bitbuilder lie directly on the
# file system of the state folder, because an overlay has no idmapped mounts.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
variant=${BBC_ORACLE_VARIANT:+--$BBC_ORACLE_VARIANT}
root=$("$here/make-root.sh" ${variant:+"$variant"} --path)
state=${BBC_ORACLE_HOST:-$(dirname "$root")/host}
name=bbc-oracle-$(printf %s "$state" | sha256sum | cut -c1-8)

refuse() { echo "host.sh: $1" >&2; exit 2; }
[ "$(id -u)" = 0 ] || refuse "needs root"

# The one cgroup folder that everything of this host lives in: proof of what is ours to end.
cgroup() {
  local mounted
  mounted=$(findmnt -rno TARGET -t cgroup2 | head -n 1)
  [ -n "$mounted" ] || refuse "no cgroup2 file system is mounted on this machine"
  echo "$mounted/$name"
}
cg=$(cgroup)

# PID 1 of the host, seen from here: the one child of the process that start left behind.
leader() {
  local keeper
  keeper=$(cat "$state/keeper" 2>/dev/null) || return 1
  grep -q "/$name" "/proc/$keeper/cgroup" 2>/dev/null || return 1
  tr -d ' ' <"/proc/$keeper/task/$keeper/children" | grep .
}

inside() {
  local pid
  pid=$(leader) || refuse "the host is not running"
  nsenter --target "$pid" --all /usr/bin/env -i PATH=/usr/sbin:/usr/bin HOME=/root TERM=dumb \
    SYSTEMD_PAGER=cat SYSTEMD_COLORS=0 "$@"
}

start() {
  "$here/make-root.sh" ${variant:+"$variant"} >/dev/null
  leader >/dev/null && refuse "already running: $state"
  mkdir -p "$state"/{upper,work,root,machines,tenants,bitbuilder} "$cg"
  # shellcheck disable=SC2016,SC2086 # a script for the namespace; a list of names
  # The keeper enters the cgroup first and unshares it then: the host sees that folder as its cgroup root.
  setsid bash -c 'echo $$ >"$1/cgroup.procs" && echo $$ >"$2/keeper" && shift 2 && exec "$@"' - "$cg" "$state" \
    unshare --fork --kill-child=KILL --pid --mount --uts --ipc --net --cgroup --propagation private \
    bash "$here/host-init.sh" "$root" "$state" "${BBC_ORACLE_UPLINK:-}" ${BBC_ORACLE_IMAGES:-debian} \
    >"$state/console.log" 2>&1 </dev/null &
  local deadline=$((SECONDS + 240))
  while [ "$SECONDS" -lt "$deadline" ]; do
    sleep 0.2
    case $(leader >/dev/null && inside systemctl is-system-running 2>/dev/null) in
      running | degraded) return 0 ;;
    esac
  done
  tail -n 30 "$state/console.log" >&2
  echo "host.sh: the host did not start" >&2
  return 1
}

stop() {
  if leader >/dev/null; then
    inside systemctl --no-block poweroff || true
    for _ in $(seq 1 100); do
      leader >/dev/null || break
      sleep 0.2
    done
  fi
  cut
}

cut() {
  [ -d "$cg" ] || return 0
  echo 1 >"$cg/cgroup.kill"
  for _ in $(seq 1 50); do
    find "$cg" -depth -type d -exec rmdir {} + 2>/dev/null && break
    sleep 0.1
  done
  rm -f "$state/keeper"
}

# As tar streams: /run and /tmp of the running host are mounts that only the host sees. Everybody there may read what is
# put: a scratch folder of its owner alone would lock networkd out of its own.
put() {
  local into
  if leader >/dev/null; then
    inside mkdir -p "$2"
    tar -C "$1" --mode=a+rX -cf - . | inside tar --no-same-owner -C "$2" -xf -
  else
    case $2 in
      /var/lib/tenants | /var/lib/tenants/* | /var/lib/bitbuilder | /var/lib/bitbuilder/*) into=$state${2#/var/lib} ;;
      *) into=$state/upper$2 ;;
    esac
    mkdir -p "$into"
    tar -C "$1" --mode=a+rX -cf - . | tar --no-same-owner -C "$into" -xf -
  fi
}

case ${1:-} in
  start | stop | cut) "$1" ;;
  leader) leader || refuse "the host is not running" ;;
  exec) shift; inside "$@" ;;
  put) put "${2:?folder}" "${3:?folder in the host}" ;;
  reset) stop; rm -rf "$state" ;;
  *) sed -n '2,20p' "$0" >&2; exit 2 ;;
esac
