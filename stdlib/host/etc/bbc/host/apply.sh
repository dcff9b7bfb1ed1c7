# Activates a compiled tree of this host as a confext.
#
#   apply.sh             stages the tree in /var/lib/bitbuilder/incoming/etc, checks it, and runs its own script
#   apply.sh activate    the same script of the staged tree: merges it, and accepts or reverts it
#   apply.sh converge    the script of the active tree: makes what runs follow it, if the incoming tree is the same
#   apply.sh revert      reverts a staged tree that an interrupted run left merged
#
# A staged tree is merged through a link in /run, so that after a power cut systemd merges the last accepted tree. It is
# accepted, which means moved into the store, when its firewalls and networks work. A workload that does not start is
# reported in /run/bbc/status/<tenant>.json; it fails no apply. Accepting the same tree again changes nothing.
#
# The file bbc/units of a tree lists its units: role, name, digest of the files that the unit reads. The environment of a
# running workload has the digest that it was started with.
# shellcheck disable=SC2046,SC2086 # names of units and numbers of processes, which hold no blanks
set -eu
umask 022
incoming=/var/lib/bitbuilder/incoming
identity=/var/lib/bitbuilder/host # name of this host in the fleet, if it is not its host name
store=/var/lib/confexts/bbc.v
staged=$store/.staged/bbc
link=/run/confexts/bbc
state=/run/bbc
format=2
patience=60 # seconds that an apply waits for the workloads that it changed

say() { echo "bbc-apply: $*" >&2; }
refuse() { say "$*"; rm -rf "$store/.staged"; exit 1; }

# --- lists of units ---

# The list of tree $1; that of a host without a tree is empty.
list() { if [ -e "$1/bbc/units" ]; then echo "$1/bbc/units"; else echo /dev/null; fi; }
names() { awk -v role="$2" '$1 == role { print $2 }' "$(list "$1")"; }

# Names with role $3 whose rows differ between the trees $1 and $2: changed, added or gone, as $4 says.
difference() {
  awk -v role="$3" -v asked="$4" '
    $1 != role { next }
    tree == "new" { new[$2] = $3; next }
    { old[$2] = $3 }
    END {
      for (name in new) {
        if (!(name in old)) { if (asked ~ /added/) print name }
        else if (new[name] != old[name] && asked ~ /changed/) print name
      }
      for (name in old) if (!(name in new) && asked ~ /gone/) print name
    }' tree=old "$(list "$1")" tree=new "$(list "$2")" | sort
}

# Workloads of tree $1 that tree $2 has under no name. A renamed one has a row with the name of its data.
removed() {
  awk '
    $1 == "data" { data[tree, $2] = $3; next }
    $1 != "workload" { next }
    {
      kind = $2; sub(/@.*/, "", kind)
      name = $2; sub(/^[^@]*@/, "", name); sub(/\.service$/, "", name); sub(/\./, "/", name)
      if ((tree, $2) in data) name = data[tree, $2]
      if (tree == "old") former[kind " " name]; else kept[kind " " name]
    }
    END { for (workload in former) if (!(workload in kept)) print workload }' tree=old "$(list "$1")" tree=new "$(list "$2")"
}

# Units of tree $1 that are stopped when a tree no longer has them.
units() {
  awk '$1 ~ /^(slice|mount|volume|firewall|target|workload|timer)$/ { print $2 }' "$(list "$1")" | sort
}

# Names of the firewalls that differ, as $3 says.
firewalls() { difference "$1" "$2" firewall "$3" | sed 's/.*@//; s/\.service$//'; }

# Value of variable $3 of unit $2 in tree $1.
variable() { sed -n "s/^Environment=\"\{0,1\}$3=\([^\"]*\)\"\{0,1\}\$/\1/p" "$1/systemd/system/$2.d/50-bbc.conf" 2>/dev/null; }

# Running workloads of tree $1 that were started with different files.
outdated() {
  workloads=$(names "$1" workload)
  [ -n "$workloads" ] || return 0
  pids=$(systemctl show --property=Id,MainPID $workloads | awk -F= '
    /^Id=/ { id = $2 } /^MainPID=/ { pid = $2 }
    NF == 0 { if (pid > 0) print id, pid; pid = 0 } END { if (pid > 0) print id, pid }')
  [ -n "$pids" ] || return 0
  # grep fails for a process that has just ended or has no digest.
  found=$(grep -zaHo '^BBC_INPUTS=.*' $(printf '%s\n' "$pids" | sed 's|.* \(.*\)|/proc/\1/environ|') 2>/dev/null | tr '\0' '\n') || true
  printf '%s\n' "$found" "$pids" | awk '
    from == "list" { if ($1 == "workload") wanted[$2] = $3; next }
    /BBC_INPUTS=/ { split($0, part, "[/=]"); has[part[3]] = part[5]; next }
    NF == 2 && has[$2] != wanted[$1] { print $1 }' from=list "$1/bbc/units" from=processes -
}

# --- trees ---

accepted() { find "$store" -mindepth 1 -maxdepth 1 -name 'bbc_*' 2>/dev/null | sed 's|.*/bbc_||' | sort -n; }

# The accepted tree that systemd merges, empty if there is none.
active() { accepted | tail -n 1 | sed "s|.*|$store/bbc_&/etc|"; }

# Accepted trees, the newest first.
newest() { accepted | sort -rn | sed "s|.*|$store/bbc_&/etc|"; }

# The last tree whose changes all units have got: an interrupted apply may have accepted a newer one.
completed() {
  if [ -s "$state/applied" ] && [ -e "$store/$(cat "$state/applied")" ]; then
    echo "$store/$(cat "$state/applied")/etc"
  else
    active
  fi
}

member() { sed -n "s/^  \"$2\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" "$1/bbc/tree.json" 2>/dev/null; }

digest() {
  (cd "$1" && find . -type f ! -path ./bbc/tree.json -print0 | LC_ALL=C sort -z | xargs -0 sha256sum --zero) |
    sha256sum | cut -d ' ' -f 1
}

# Refuses the tree $1 of another format or of another host.
suits() {
  [ "$(member "$1" format)" = "$format" ] ||
    refuse "format of the tree is $(member "$1" format), this host reads $format: run $incoming/etc/bbc/host/apply.sh"
  host=$(cat "$identity" 2>/dev/null || uname -n)
  [ "$(member "$1" host)" = "$host" ] ||
    refuse "tree of host $(member "$1" host), but this host is $host (its name, or the content of $identity)"
}

# Whether $1 holds the tree that its bbc/tree.json describes.
whole() { [ -z "$(find "$1" ! -type d ! -type f)" ] && [ "$(digest "$1")" = "$(member "$1" digest)" ]; }

# Whether the incoming tree is the active one $1: nothing of it has to be staged.
same() {
  [ -n "$1" ] && cmp -s "$incoming/etc/bbc/tree.json" "$1/bbc/tree.json" && whole "$incoming/etc"
}

stage() {
  rm -rf "$store/.staged"
  mkdir -p "$staged"
  # One line for a full disk, not one for each file.
  problem=$(cp -R "$incoming/etc" "$staged/etc" 2>&1) || refuse "the tree was not copied: $(echo "$problem" | head -n 1)"
  # The tree may have been staged with a umask that hides it from networkd.
  chown -R root:root "$staged"
  chmod -R u=rwX,go=rX "$staged"
  suits "$staged/etc"
  whole "$staged/etc" || refuse "incomplete or changed tree: the digest in bbc/tree.json differs from that of the files"
}

# systemd's name of this processor architecture (os-release(5), ARCHITECTURE=).
architecture() { uname -m | sed 's/^x86_64$/x86-64/; s/^aarch64$/arm64/'; }

# Refuses what must not be merged; changes nothing. systemd-confext would merge nothing in place of an image that it refuses.
check() {
  asked=$(sed -n 's/^ARCHITECTURE=//p' "$2/extension-release.d/extension-release.bbc")
  [ "$asked" = "$(architecture)" ] || refuse "tree for $asked, but this host is $(architecture)"
  tenants=$(firewalls "$1" "$2" 'added changed gone')
  [ -z "$tenants" ] || sh "$2/bbc/host/firewall.sh" check $tenants || refuse "invalid firewall of one of" $tenants
  all=$(names "$1" workload | wc -l)
  gone=$(removed "$1" "$2" | wc -l)
  [ $((gone * 2)) -le "$all" ] || [ "$(cat "$incoming/stop-workloads" 2>/dev/null)" = "$(member "$2" digest)" ] ||
    refuse "the tree stops $gone of $all workloads: to do so, write $(member "$2" digest) to $incoming/stop-workloads"
}

# --- transition from tree $1 to tree $2 ---

# Folders first: the merge makes PID 1 reload the units, and upheld units start at once. systemd's own service merges: a
# mount of this one would not reach the host, because its sandbox has mounts of its own.
merge() {
  merged=yes
  for file in $(difference "$1" "$2" folders 'added changed'); do
    systemd-tmpfiles --create "$2/tmpfiles.d/$file" || return 1
  done
  if [ -e "$2/bbc/host/data.sh" ]; then
    # Whatever fails, no workload stays masked.
    { sh "$2/bbc/host/data.sh" hand-over "$1" "$2" && systemctl reload-or-restart systemd-confext.service; } || merged=no
    sh "$2/bbc/host/data.sh" handed-over || merged=no
  else
    systemctl reload-or-restart systemd-confext.service || merged=no
  fi
  [ "$merged" = yes ] || return 1
  [ -e "$2" ] || return 0
  # systemd-confext returns 0 for an image that it refused: check whether /etc is the tree.
  ! diff -rq "$2" /etc 2>&1 | grep -v '^Only in /etc' >&2
}

connect() {
  systemctl daemon-reload || return 1
  [ ! -e "$2/bbc/host/names.sh" ] || sh "$2/bbc/host/names.sh" || return 1
  filter "$1" "$2" || return 1
  for device in $(difference "$1" "$2" device 'changed gone'); do
    networkctl delete "$device" || true
  done
  for daemon in $(difference "$1" "$2" daemon 'added changed gone'); do
    case $daemon in
      systemd-networkd.service) links "$1" "$2" || return 1 ;;
      *) systemctl try-reload-or-restart "$daemon" || return 1 ;;
    esac
  done
}

# All at once: a port may go from one tenant to another.
filter() {
  if [ -e "$2/bbc/host/firewall.sh" ]; then
    sh "$2/bbc/host/firewall.sh" load $(firewalls "$1" "$2" 'added changed gone') || return 1
    started=$(names "$2" firewall)
    [ -z "$started" ] || systemctl start $started || return 1
  else
    sh "$1/bbc/host/firewall.sh" unload $(firewalls "$1" "$2" gone) || return 1
  fi
}

# Only links whose files changed are configured again, where networkd can (262): the uplink is not the tenants' matter. A
# port may exist before its file is read: the merge starts new workloads.
links() {
  if networkctl reload --no-reconfigure 2>/dev/null; then
    for name in $(difference "$1" "$2" link 'added changed gone'); do
      [ ! -e "/sys/class/net/$name" ] || networkctl reconfigure "$name" || true
    done
  else
    networkctl reload || return 1
  fi
  [ ! -e "$2/bbc/host/network.sh" ] || sh "$2/bbc/host/network.sh" wait
}

# After the merge, because before it an active target would restart the units that are stopped here. The list of started
# units has those of trees that an interrupted run left.
sweep() {
  # Without a file in /run: when that is full, an empty list of wanted units would stop all.
  gone=$({ units "$2" | sed 's/^/wanted /'; units "$1"; cat "$state/started" 2>/dev/null || true; } |
    awk 'NF == 2 { wanted[$2] = 1; next } !($1 in wanted) && !seen[$1]++')
  [ -n "$gone" ] || return 0
  say "stops" $gone
  systemctl stop $gone 2>/dev/null || true
  systemctl reset-failed $gone 2>/dev/null || true
  for unit in $gone; do
    case $unit in
      systemd-nspawn@*) # its drop-in, which unmounts the layers of the root after a stop, is no longer in the tree
        root=$(variable "$1" "$unit" BBC_ROOT)
        [ -z "$root" ] || systemd-run --quiet --wait --collect --setenv="BBC_ROOT=$root" \
          sh "$1/bbc/host/root.sh" umount || true
        ;;
    esac
  done
}

volumes() {
  for unit in $(difference "$1" "$2" volume changed); do
    if [ "$(variable "$2" "$unit" BBC_IMAGE)" != "$(variable "$1" "$unit" BBC_IMAGE)" ]; then
      systemctl restart --no-block "$unit" || true
    elif [ "$(variable "$2" "$unit" BBC_SIZE)" -lt "$(variable "$1" "$unit" BBC_SIZE)" ]; then
      say "$unit keeps its size: images never shrink"
    else
      # An image that cannot grow while it is in use grows with its workload stopped.
      systemctl reload "$unit" || systemctl restart --no-block "$unit" || true
    fi
  done
}

run() {
  volumes "$1" "$2"
  changed=$(difference "$1" "$2" mount changed; difference "$1" "$2" timer changed)
  [ -z "$changed" ] || systemctl try-restart --no-block $changed || true
  stale=$(outdated "$2")
  [ -z "$stale" ] || say "restarts" $stale
  [ -z "$stale" ] || systemctl restart --no-block $stale || true
  workloads=$(names "$2" workload)
  fresh=$(difference "$1" "$2" workload added)
  [ -z "$workloads" ] || systemctl reset-failed $workloads 2>/dev/null || true
  systemctl start --no-block bbc-host.target $workloads || true
  settle $stale $fresh
}

# Waits until the units given are started or have failed.
settle() {
  [ $# -gt 0 ] || return 0
  end=$(($(date +%s) + patience))
  while systemctl show --property=ActiveState,SubState "$@" | awk -F= '
      /^ActiveState=/ { state = $2 } /^SubState=/ { sub_ = $2 }
      NF == 0 { if (state ~ /ing$/ && sub_ !~ /^auto-restart/) wait = 1; state = "" }
      END { if (state ~ /ing$/ && sub_ !~ /^auto-restart/) wait = 1; exit !wait }'; do
    [ "$(date +%s)" -lt "$end" ] || break
    sleep 0.3
  done
  for unit in "$@"; do
    systemctl --quiet is-active "$unit" || say "$unit does not run: $(reason "$unit")"
  done
}

# Why unit $1 does not run: its failed volumes with their last message, or its own result.
reason() {
  instance=${1#*@}
  failed=$(systemctl list-units --plain --no-legend --state=failed "bbc-volume@${instance%.service}.*" | cut -d ' ' -f 1)
  for volume in $failed; do
    echo "$volume failed: $(journalctl --quiet --output=cat --lines=1 --unit="$volume" _TRANSPORT=stdout)"
  done
  [ -n "$failed" ] || systemctl show --value --property=Result "$1"
}

# Ends the apply of tree $1.
finish() {
  basename "${1%/etc}" >"$state/applied"
  units "$1" >"$state/started"
  sh "$1/bbc/host/status.sh" || true
}

accept() {
  number=$(($(accepted | tail -n 1) + 1))
  sync -f "$staged"
  mv "$staged" "$store/bbc_$number"
  sync -f "$store"
  rm -f "$link"
  rm -rf "$store/.staged"
}

prune() {
  accepted | head -n -2 | while IFS= read -r former; do
    rm -rf "$store/bbc_$former"
  done
}

# Restores the accepted tree $1.
revert() {
  say "the staged tree is reverted"
  rm -f "$link"
  sh "$staged/etc/bbc/host/data.sh" handed-over || true # the one of the accepted tree may be older
  { merge "$staged/etc" "$1" && connect "$staged/etc" "$1" && sweep "$staged/etc" "$1"; } ||
    say "the accepted tree was not restored completely"
  sh "$staged/etc/bbc/host/data.sh" put-aside "$1" "$staged/etc" $(newest) || true
  [ ! -e "$1" ] || run "$staged/etc" "$1"
  rm -rf "$store/.staged"
}

# Reverts the staged tree that an interrupted run left merged.
take_back() {
  [ -L "$link" ] || return 0
  old=$(active)
  revert "${old:-$state/nothing}"
}

# Makes what runs follow the active tree.
converge() {
  new=$(active)
  base=$(completed)
  if [ "$new" != "$base" ] || [ -n "$(outdated "$new")" ] || ! systemctl --quiet is-active bbc-host.target; then
    merge "$base" "$new" && connect "$base" "$new" && sweep "$base" "$new"
    run "$base" "$new"
    finish "$new"
  elif [ ! -s "$state/applied" ]; then
    finish "$new" # the first apply after a boot
  fi
  say "the tree is active already"
}

activate() {
  new=$staged/etc
  old=$(active)
  base=$(completed)
  check "${old:-$state/nothing}" "$new"
  { units "$new"; cat "$state/started" 2>/dev/null || true; } | sort -u >"$state/started.new" ||
    refuse "the list of units was not written to $state"
  mv "$state/started.new" "$state/started"
  mkdir -p /run/confexts
  ln -sfn "$staged" "$link"
  base=${base:-$state/nothing}
  # Images that an interrupted run left are not those of the new tree.
  sh "$new/bbc/host/data.sh" put-aside "${old:-$state/nothing}" $(newest)
  sh "$new/bbc/host/data.sh" bring-back "$new"
  # At boot all units were started from the active tree.
  [ -s "$state/applied" ] || [ -z "$old" ] || basename "${old%/etc}" >"$state/applied"
  if ! { merge "$base" "$new" && connect "$base" "$new" && sweep "$base" "$new"; }; then
    revert "${old:-$state/nothing}"
    exit 1
  fi
  accept
  new=$store/bbc_$number/etc
  say "bbc_$number is active"
  sh "$new/bbc/host/data.sh" put-aside "$new" $(newest)
  run "$base" "$new"
  finish "$new"
  prune
}

# --- begin ---

mkdir -p "$store" "$state"
exec 9>"$state/lock"
flock 9
case ${1:-} in
  '')
    take_back
    [ -e "$incoming/etc/bbc/tree.json" ] || { say "no tree in $incoming/etc"; exit 2; }
    old=$(active)
    if same "$old"; then
      suits "$old"
      exec sh "$old/bbc/host/apply.sh" converge
    fi
    stage
    exec sh "$staged/etc/bbc/host/apply.sh" activate
    ;;
  activate | converge)
    "$1"
    # A tree that was staged meanwhile is applied too.
    staged_meanwhile=$(member "$incoming/etc" digest)
    if [ -n "$staged_meanwhile" ] && [ "$staged_meanwhile" != "$(member "$new" digest)" ]; then
      exec sh "$new/bbc/host/apply.sh"
    fi
    ;;
  revert) take_back ;;
  *) refuse "unknown argument $1" ;;
esac
