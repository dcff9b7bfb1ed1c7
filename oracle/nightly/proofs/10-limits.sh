# shellcheck shell=bash disable=SC2154 # sourced by guest.sh, which sets here and work
# Limits of the compiled tree are those of the cgroup, and the kernel enforces them.

group() { echo "/sys/fs/cgroup$(systemctl show -P ControlGroup "$1")"; }
small=systemd-nspawn@red.small.service
peer=systemd-nspawn@red.peer.service

# held UNIT FILE VALUE: the cgroup of a unit holds that value.
held() { is "$3" "$(cat "$(group "$1")/$2")" "$2"; }
event() { sed -n "s/^$3 //p" "$(group "$1")/$2"; }
in_small() { timeout 120 systemd-run --quiet --wait --pipe --collect --machine=red.small -p OOMPolicy=continue "$@" 2>&1; }

allocation_is_killed() {
  local before after said
  before=$(event "$small" memory.events oom_kill)
  said=$(in_small /usr/bin/perl - 150 <"$here/tools/allocate.pl")
  after=$(event "$small" memory.events oom_kill)
  echo "asked for 150 MiB; oom_kill $before -> $after, memory.peak $(cat "$(group "$small")/memory.peak") $said"
  [ "$after" -gt "$before" ] && [ "${said#*allocated}" = "$said" ] &&
    [ "$(cat "$(group "$small")/memory.peak")" -le 134217728 ] && running red.small
}

neighbour_is_untouched() {
  echo "oom_kill of red.peer is $(event "$peer" memory.events oom_kill)"
  [ "$(event "$peer" memory.events oom_kill)" = 0 ] && running red.peer
}

forks_are_refused() {
  local said
  said=$(in_small /usr/bin/perl - 200 <"$here/tools/fork.pl")
  echo "$said; pids.peak $(cat "$(group "$small")/pids.peak"), pids.events max $(event "$small" pids.events max)"
  case $said in *"Resource temporarily unavailable"*) ;; *) return 1 ;; esac
  [ "$(cat "$(group "$small")/pids.peak")" -le 80 ]
}

time_is_throttled() {
  local used throttled start wall share
  used=$(event "$small" cpu.stat usage_usec) throttled=$(event "$small" cpu.stat nr_throttled)
  start=$(date +%s%6N)
  in_small /bin/sh -c 'timeout 10 sh -c "while :; do :; done" & timeout 10 sh -c "while :; do :; done"; true'
  wall=$(($(date +%s%6N) - start))
  used=$(($(event "$small" cpu.stat usage_usec) - used))
  throttled=$(($(event "$small" cpu.stat nr_throttled) - throttled))
  share=$((used * 100 / wall))
  echo "two busy loops for $((wall / 1000000)) s took $share % of one processor, throttled $throttled times"
  [ "$throttled" -gt 10 ] && [ "$share" -ge 20 ] && [ "$share" -le 55 ]
}

runs_on_its_processor() {
  local leader
  leader=$(leader red.peer)
  echo "cpuset.cpus.effective $(cat "$(group "$peer")/cpuset.cpus.effective"), $(grep Cpus_allowed_list "/proc/$leader/status")"
  [ "$(sed -n 's/^Cpus_allowed_list:\t//p' "/proc/$leader/status")" = 1 ]
}

a_change_is_hot() {
  local before said
  before=$(leader red.small)
  mkdir -p /var/lib/bitbuilder/incoming
  cp -a "$here/tree-b" /var/lib/bitbuilder/incoming/etc
  systemctl start bbc-apply.service || { journalctl --no-pager -u bbc-apply -n 20; return 1; }
  held "$small" memory.max 268435456 || return 1
  is "$before" "$(leader red.small)" leader || return 1
  said=$(in_small /usr/bin/perl - 150 <"$here/tools/allocate.pl")
  echo "$said"
  [ "$said" = "allocated 150 MiB" ]
}

prove limits "MemoryMax= of a container is in its cgroup" held "$small" memory.max 134217728
prove limits "TasksMax= of a container is in its cgroup" held "$small" pids.max 80
prove limits "CPUQuota= of a container is in its cgroup" held "$small" cpu.max "50000 100000"
prove limits "MemoryHigh= of a container is in its cgroup" held "$peer" memory.high 251658240
prove limits "MemoryMax= of a tenant is in its slice" held tenant-red.slice memory.max 536870912
prove limits "TasksMax= of a tenant is in its slice" held tenant-red.slice pids.max 300
prove limits "CPUQuota= of a tenant is in its slice" held tenant-red.slice cpu.max "150000 100000"
prove limits "MemoryMax=: an allocation above it is killed, the container lives on" allocation_is_killed
prove limits "MemoryMax=: the neighbour notices nothing" neighbour_is_untouched
prove limits "TasksMax=: a fork above it is refused" forks_are_refused
prove limits "CPUQuota=: busy loops get their share of a processor and no more" time_is_throttled
prove limits "AllowedCPUs=: a pinned container runs on its processor only" runs_on_its_processor
prove limits "a raised limit holds at once: same leader, and the allocation now passes" a_change_is_hot
