# shellcheck shell=bash disable=SC2154 # sourced by guest.sh, which sets here and work
# The compiled tree is in force from the boot on, and its containers run.

holds_controllers() {
  local have missing=
  have=$(cat /sys/fs/cgroup/cgroup.controllers)
  for controller in cpu cpuset io memory pids; do
    case " $have " in *" $controller "*) ;; *) missing="$missing $controller" ;; esac
  done
  echo "$have"
  [ -z "$missing" ]
}

tree_is_in_etc() {
  local differences
  differences=$(diff -rq "$here/tree-a" /etc | grep -v '^Only in /etc')
  echo "$(find "$here/tree-a" -type f | wc -l) files of the tree in /etc, $(systemd-confext list --no-legend | wc -l) extension"
  [ -z "$differences" ] || { echo "$differences"; return 1; }
}

running() { [ "$(systemctl show -P ActiveState "systemd-nspawn@$1.service")" = active ] && booted "$1"; }
booted() { systemctl -M "$1" is-system-running 2>/dev/null | grep -qE 'running|degraded'; }
leader() { machinectl show "$1" -P Leader; }
address() { nsenter -t "$(leader "$1")" -n ip -4 -o address show dev front | grep -o '10\.[0-9.]*' | head -n 1; }
has_address() { [ -n "$(address "$1")" ]; }

containers_run() {
  local failed
  for machine in red.small red.peer; do
    { within 600 running "$machine" && within 120 has_address "$machine"; } || { systemctl status "systemd-nspawn@$machine.service"; return 1; }
    echo "$machine has $(address "$machine")"
  done
  failed=$(systemctl --failed --plain --no-legend)
  [ -z "$failed" ] || { echo "failed: $failed"; return 1; }
}

prove host "the kernel gives systemd the controllers cpu, cpuset, io, memory and pids" holds_controllers
prove host "a cold boot merges the compiled tree as a confext" tree_is_in_etc
prove host "its containers run and have their addresses" containers_run
