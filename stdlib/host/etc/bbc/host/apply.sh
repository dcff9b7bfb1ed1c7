# Puts the tree in /var/lib/bitbuilder/incoming/etc in force as the confext bbc_<n+1>, by comparing it with the tree
# in force: what went is stopped, what changed is reloaded or restarted, what came is started. When the merge, a
# firewall or a network fails, the former tree comes back. A workload that does not start is reported, and does not
# take the change of its neighbours back.
set -eu
incoming=/var/lib/bitbuilder/incoming/etc
store=/var/lib/confexts/bbc.v
none=/run/bbc-apply/none

say() { echo "bbc-apply: $*" >&2; }

# Paths below $1/systemd/system that match the patterns, one a line, without the suffix ".d" of drop-in folders.
units() {
  tree=$1 && shift
  for pattern in "$@"; do
    for path in "$tree"/systemd/system/$pattern; do
      [ -e "$path" ] || continue
      name=${path##*/}
      echo "${name%.d}"
    done
  done
}
firewalls() { for path in "$1"/bbc/nft/*.nft; do [ -e "$path" ] && name=${path##*/} && echo "bbc-firewall@${name%.nft}.service"; done; true; }
targets() { units "$1" 'tenant-*.target'; }
workloads() { units "$1" 'systemd-nspawn@*.service.d' 'tenant-vm@*.service.d'; }
timers() { units "$1" 'git-sync@*.timer.d'; }
mounts() { units "$1" 'var-lib-tenants-*.mount'; }
volumes() { units "$1" 'bbc-volume@*.service.d'; }
slices() { units "$1" 'tenant-*.slice'; }
everything() { targets "$1" && timers "$1" && workloads "$1" && mounts "$1" && volumes "$1" && firewalls "$1" && slices "$1"; }

# Is the relative path $3 there in both trees and other in one than in the other? Limits take effect by themselves.
changed() { [ -e "$1/$3" ] && [ -e "$2/$3" ] && ! diff -rq --exclude=55-limits.conf "$1/$3" "$2/$3" >/dev/null; }

# Does the workload $3 run with settings that the new tree no longer gives it?
outdated() {
  [ -e "$1/systemd/system/$3.d" ] || return 1
  machine=${3#*@} && machine=${machine%.service}
  for path in "systemd/system/$3.d" "systemd/nspawn/$machine.nspawn" "bbc/guest/$machine"; do
    [ -e "$1/$path" ] || [ -e "$2/$path" ] || continue
    diff -rq --exclude=55-limits.conf "$1/$path" "$2/$path" >/dev/null 2>&1 || return 0
  done
  return 1
}

# Bytes that tree $1 asks for in the volume $2.
size() { sed -n 's/^Environment="BBC_SIZE=\([0-9]*\)"$/\1/p' "$1/systemd/system/$2.d/50-bbc.conf" 2>/dev/null | grep .; }

# Devices that networkd would keep as they are: gone from the tree, or with another identity in it.
devices() {
  for path in "$1"/systemd/network/50-*.netdev; do
    [ -e "$path" ] || continue
    identity='^(Name|Kind|Id|VNI|Local|Remote|Group|DestinationPort|Independent)='
    now=$(grep -E "$identity" "$2/systemd/network/${path##*/}" 2>/dev/null || true)
    [ "$(grep -E "$identity" "$path")" = "$now" ] || sed -n 's/^Name=//p' "$path"
  done
}

# Folders come first: the merge makes PID 1 read the units again, and those that are upheld start at once.
merge() {
  for file in "$1"/tmpfiles.d/bbc-*.conf; do
    [ ! -e "$file" ] || systemd-tmpfiles --create "$file" || return 1
  done
  systemd-confext refresh
  [ "$1" = "$none" ] && return 0
  # systemd-confext answers 0 for an image that it refused.
  if diff -rq "$1" /etc 2>&1 | grep -v '^Only in /etc'; then
    say "the merged /etc is not the tree"
    return 1
  fi
}

# From tree $1 to tree $2, which is merged.
settle() {
  systemctl daemon-reload
  for unit in $(firewalls "$2"); do systemctl reload-or-restart "$unit" || return 1; done
  for device in $(devices "$1" "$2"); do networkctl delete "$device" || true; done
  if [ -e "$2/systemd/system/bbc-network.service" ]; then systemctl reload-or-restart bbc-network.service || return 1; else networkctl reload; fi
  if [ -e "$2/systemd/resolved.conf.d" ] || [ -e "$1/systemd/resolved.conf.d" ]; then systemctl try-reload-or-restart systemd-resolved.service; fi

  everything "$1" | sort >/run/bbc-apply/former
  everything "$2" | sort >/run/bbc-apply/wanted
  gone=$(comm -23 /run/bbc-apply/former /run/bbc-apply/wanted)
  [ -z "$gone" ] || { say "stops" $gone; systemctl stop $gone || true; systemctl reset-failed $gone 2>/dev/null || true; }
}

# Starts and restarts; the answer is what does not run.
run() {
  systemctl reset-failed $(everything "$2") 2>/dev/null || true
  for unit in $(volumes "$2"); do
    # A file system that cannot grow while it is mounted grows with its workload stopped.
    changed "$1" "$2" "systemd/system/$unit.d" && { systemctl reload "$unit" || systemctl restart "$unit" || say "$unit: not as the tree asks"; }
  done
  for unit in $(mounts "$2"); do
    changed "$1" "$2" "systemd/system/$unit" && systemctl try-restart "$unit"
  done
  for unit in $(timers "$2"); do
    changed "$1" "$2" "systemd/system/$unit.d" && systemctl try-restart "$unit"
  done
  for unit in $(workloads "$2"); do
    outdated "$1" "$2" "$unit" && { say "restarts $unit"; systemctl try-restart "$unit" || true; }
  done
  [ -e "$2/systemd/system/bbc-host.target" ] || return 0
  systemctl start bbc-host.target
  wanted=$(workloads "$2")
  [ -z "$wanted" ] || systemctl start $wanted || return 1
}

[ -e "$incoming/extension-release.d/extension-release.bbc" ] || { say "no tree in $incoming"; exit 2; }
mkdir -p "$none" "$store"
for file in "$incoming"/bbc/nft/*.nft; do [ ! -e "$file" ] || nft --check --file "$file"; done

last=$(ls "$store" | sed -n 's/^bbc_\([0-9]*\)$/\1/p' | sort -n | tail -n 1)
next=$((${last:-0} + 1))
old=${last:+$store/bbc_$last/etc}
old=${old:-$none}
new=$store/bbc_$next/etc
for unit in $(volumes "$incoming"); do
  asked=$(size "$incoming" "$unit") && held=$(size "$old" "$unit") || continue
  [ "$asked" -ge "$held" ] || { say "$unit would shrink from $held to $asked bytes: an image is never cut"; exit 1; }
done
rm -rf "$store/.part"
mkdir "$store/.part"
cp -a "$incoming" "$store/.part/etc"
chown -R root:root "$store/.part"
mv "$store/.part" "$store/bbc_$next"

if ! { merge "$new" && settle "$old" "$new"; }; then
  say "bbc_$next is taken back"
  mv "$store/bbc_$next" /run/bbc-apply/refused
  merge "$old" && settle /run/bbc-apply/refused/etc "$old" && run /run/bbc-apply/refused/etc "$old" || say "the former tree did not come back whole"
  rm -rf /run/bbc-apply/refused
  exit 1
fi
for tree in $(ls "$store" | grep '^bbc_[0-9]*$'); do
  [ "$tree" = "bbc_$next" ] || [ "$tree" = "bbc_${last:-0}" ] || rm -rf "${store:?}/$tree"
done
say "bbc_$next is in force"
run "$old" "$new" || { say "not every workload runs:" $(systemctl --failed --plain --no-legend list-units 'systemd-nspawn@*' 'tenant-vm@*' | cut -d' ' -f1); exit 1; }
