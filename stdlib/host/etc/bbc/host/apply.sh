# Activates the tree in /var/lib/bitbuilder/incoming/etc as the confext bbc_<n+1>.
#
# Compares that tree with the active one: removed units are stopped, changed units are reloaded or restarted, new units
# are started. If the merge, a firewall or a network fails, the previous tree is restored. If a workload does not start,
# that is reported, but the changes of its neighbours stay. The previous tree stays on disk.
#
# The table artefacts.tsv beside this script has the kinds of files of a tree and their roles here.
set -eu
incoming=/var/lib/bitbuilder/incoming/etc
store=/var/lib/confexts/bbc.v
scratch=/run/bbc-apply
nothing=$scratch/nothing # represents the tree of a host that has none
table=$scratch/artefacts.tsv # a copy, since the merge replaces the original
tab=$(printf '\t')

say() { echo "bbc-apply: $*" >&2; }

# --- kinds of files ---

# Patterns of the files with role $1, relative to a tree.
patterns() { sed -n "s|^[^#$tab][^$tab]*${tab}hosts/[*]/etc/\([^$tab]*\)$tab$1$tab.*|\1|p" "$table"; }

# Expressions of grep for the units with role $1.
unit_expressions() {
  patterns "$1" | sed 's|^systemd/system/\([^/]*\).*|\1|; s|\.d$||; s|[.]|\\.|g; s|[*]|.*|g; s|.*|^&$|'
}

# Expressions of grep for the lines of a device's file that networkd never changes.
identity() {
  row="^$tab[^$tab]*$tab\([A-Z][A-Za-z]*\)${tab}recreate$tab"
  sed -n "/^[^$tab]*$tab[^$tab]*${tab}device$tab/,/^[a-z]/s|$row.*|^\1=|p" "$table"
}

# --- contents of tree $1 ---

# Files with role $2, one per line.
files() {
  patterns "$2" | while IFS= read -r pattern; do
    for path in "$1"/$pattern; do
      [ ! -e "$path" ] || printf '%s\n' "$path"
    done
  done
}
# Units that have a file or drop-in with role $2.
units() { files "$1" "$2" | sed 's|.*/systemd/system/\([^/]*\).*|\1|; s|\.d$||'; }
firewalls() { files "$1" firewall | sed 's|.*/\(.*\)\.nft$|bbc-firewall@\1.service|'; }
# The targets that the host's target upholds and the units that those uphold: a disabled tenant still has all its other
# files.
upheld() {
  for path in $(files "$1" host-target); do
    for target in $(sed -n 's/^Upholds=//p' "$path"); do
      echo "$target"
      sed -n 's/^Upholds=//p' "$1/systemd/system/$target" | tr ' ' '\n'
    done
  done
}
# Those of them with role $2.
upheld_as() { upheld "$1" | grep -e "$(unit_expressions "$2")" || true; }
everything() {
  { upheld "$1"; units "$1" slice; units "$1" mount; units "$1" volume; firewalls "$1"; } | sort
}

# Size in bytes of the volume $2 in tree $1.
size() {
  sed -n 's/^Environment="BBC_SIZE=\([0-9]*\)"$/\1/p' "$1/systemd/system/$2.d/50-bbc.conf" 2>/dev/null | grep .
}

# --- differences between the trees $1 and $2 ---

# Does the relative path $3 differ? Live drop-ins are left out, because daemon-reload applies them.
differs() {
  [ -e "$1/$3" ] || [ -e "$2/$3" ] || return 1
  ! diff -rq $(patterns live | sed 's|.*/|--exclude=|') "$1/$3" "$2/$3" >/dev/null 2>&1
}

# Is the unit $3 in both trees, with a different file or folder of drop-ins?
changed() {
  for path in "systemd/system/$3" "systemd/system/$3.d"; do
    [ ! -e "$1/$path" ] || [ ! -e "$2/$path" ] || ! differs "$1" "$2" "$path" || return 0
  done
  return 1
}

# Does the workload $3 run with files that the new tree removes or changes?
outdated() {
  [ -e "$1/systemd/system/$3.d" ] || return 1
  machine=${3#*@}
  machine=${machine%.service}
  ! changed "$1" "$2" "$3" || return 0
  # The first * is the machine; what is below a folder of a machine's own is compared with it.
  for path in $(patterns guest | sed "s|[*]/.*|*|; s|[*]|$machine|" | sort -u); do
    ! differs "$1" "$2" "$path" || return 0
  done
  return 1
}

# Devices that networkd would keep, although they were removed or have a different identity.
stale_devices() {
  identity=$(identity)
  for path in $(files "$1" device); do
    asked=$(grep -e "$identity" "$2/${path#"$1/"}" 2>/dev/null || true)
    [ "$(grep -e "$identity" "$path")" = "$asked" ] || sed -n 's/^Name=//p' "$path"
  done
}

# --- transition from tree $1 to tree $2 ---

# Folders first: the merge makes PID 1 reload the units, and upheld units start at once.
merge() {
  for file in $(files "$2" folders); do
    systemd-tmpfiles --create "$file" || return 1
  done
  systemd-confext refresh || return 1
  [ "$2" != "$nothing" ] || return 0
  # systemd-confext returns 0 for an image that it refused: check whether /etc is the tree.
  ! diff -rq "$2" /etc 2>&1 | grep -v '^Only in /etc' >&2
}

connect() {
  systemctl daemon-reload
  [ ! -e "$2/bbc/host/names.sh" ] || sh "$2/bbc/host/names.sh" || return 1
  for unit in $(firewalls "$2"); do
    systemctl reload-or-restart "$unit" || return 1
  done
  for device in $(stale_devices "$1" "$2"); do
    networkctl delete "$device" || true
  done
  if [ "$2" = "$nothing" ]; then
    networkctl reload
  else
    systemctl reload-or-restart bbc-network.service || return 1
  fi
  for folder in $(patterns resolver | sed 's|/[^/]*$||' | sort -u); do
    ! differs "$1" "$2" "$folder" || systemctl try-reload-or-restart systemd-resolved.service
  done
}

# After the merge, because before it an active target would restart the units that are stopped here.
sweep() {
  everything "$1" >"$scratch/former"
  everything "$2" >"$scratch/wanted"
  gone=$(comm -23 "$scratch/former" "$scratch/wanted")
  [ -n "$gone" ] || return 0
  say "stops" $gone
  systemctl stop $gone || true
  systemctl reset-failed $gone 2>/dev/null || true
  for unit in $gone; do
    case $unit in
      systemd-nspawn@*) # its drop-in, which unmounts the layers of the root after a stop, is no longer in the tree
        root=$(sed -n 's/^Environment="BBC_ROOT=\(.*\)"$/\1/p' "$1/systemd/system/$unit.d/50-bbc.conf")
        [ -z "$root" ] || BBC_ROOT=$root sh "$1/bbc/host/root.sh" umount || true
        ;;
    esac
  done
}

run() {
  [ "$2" != "$nothing" ] || return 0
  systemctl reset-failed $(everything "$2") 2>/dev/null || true
  for unit in $(units "$2" volume); do
    changed "$1" "$2" "$unit" || continue
    # An image that cannot grow while it is in use grows with its workload stopped.
    systemctl reload "$unit" || systemctl restart "$unit" || say "$unit does not have the size in the tree"
  done
  for unit in $(units "$2" mount) $(upheld_as "$2" timer); do
    ! changed "$1" "$2" "$unit" || systemctl try-restart "$unit" || true
  done
  for unit in $(upheld_as "$2" workload); do
    outdated "$1" "$2" "$unit" || continue
    say "restarts $unit"
    systemctl try-restart "$unit" || true
  done
  systemctl start bbc-host.target
  wanted=$(upheld_as "$2" workload)
  [ -z "$wanted" ] || systemctl start $wanted
}

# --- begin ---

[ -e "$incoming/extension-release.d/extension-release.bbc" ] || { say "no tree in $incoming"; exit 2; }
mkdir -p "$nothing" "$store"
cp "$(dirname "$0")/artefacts.tsv" "$table"
last=$(find "$store" -mindepth 1 -maxdepth 1 -name 'bbc_*' | sed -n 's/.*_\([0-9][0-9]*\)$/\1/p' | sort -n | tail -n 1)
next=$((${last:-0} + 1))
old=$nothing
[ -z "$last" ] || old=$store/bbc_$last/etc
new=$store/bbc_$next/etc

# Checks that need no change of the host.
for file in $(files "$incoming" firewall); do
  nft --check --file "$file"
done
for unit in $(units "$incoming" volume); do
  { asked=$(size "$incoming" "$unit") && held=$(size "$old" "$unit"); } || continue
  [ "$asked" -ge "$held" ] || { say "$unit would shrink from $held to $asked bytes: images never shrink"; exit 1; }
done

rm -rf "$store/.part"
mkdir "$store/.part"
cp -a "$incoming" "$store/.part/etc"
chown -R root:root "$store/.part"
mv "$store/.part" "$store/bbc_$next"

if ! { merge "$old" "$new" && connect "$old" "$new" && sweep "$old" "$new"; }; then
  say "bbc_$next is reverted"
  refused=$scratch/refused
  rm -rf "$refused"
  mv "$store/bbc_$next" "$refused"
  merge "$refused/etc" "$old" && connect "$refused/etc" "$old" && sweep "$refused/etc" "$old" && run "$refused/etc" "$old" ||
    say "the previous tree was not restored completely"
  exit 1
fi
find "$store" -mindepth 1 -maxdepth 1 -name 'bbc_*' ! -name "bbc_$next" ! -name "bbc_${last:-0}" -exec rm -rf {} +
say "bbc_$next is active"
run "$old" "$new" || { say "active, but not all workloads run"; exit 1; }
