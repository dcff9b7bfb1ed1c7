# Keeps the data of removed workloads and volumes apart from later ones of the same name.
#
#   data.sh put-aside TREE FORMER...   moves images that TREE does not use to the folder .removed beside them
#   data.sh bring-back TREE            moves images that TREE uses back, if they are its own
#   data.sh hand-over OLD NEW          stops and masks the workloads of OLD whose images others of NEW get: they were renamed
#   data.sh handed-over                unmasks them, once NEW is merged
#
# The name of an image in .removed ends with the time and with the digest of the first of the trees FORMER that used it. The
# very same tree, applied again, gets the image back; any other tree starts with an empty one. An image in .removed without
# time and digest was renamed by an administrator: the next tree that uses an image of this name gets it.
# shellcheck disable=SC2046,SC2086 # names of units, which hold no blanks
set -eu
tenants=/var/lib/tenants
masked=/run/bbc/masked
states='.efinvramstate .tpmstate' # what systemd-vmspawn keeps beside a disk; moved before it

digest() { sed -n 's/^  "digest": "\(.*\)",\{0,1\}$/\1/p' "$1/bbc/tree.json"; }

# Images that a tree uses: volumes, roots, and disks of machines that keep them.
used() {
  find "$1/systemd/system" \( -path '*/bbc-volume@*/50-bbc.conf' -o -path '*/tenant-vm@*/50-bbc.conf' \) -exec \
    sed -n "s|^Environment=\"\{0,1\}BBC_[A-Z]*=\($tenants/[^/\"]*/data/[^\"]*\)\"\{0,1\}\$|\1|p" {} +
}

# Digest of the first tree that used image $1.
user_of() {
  image=$1
  shift
  for tree in "$@"; do
    if [ -e "$tree/bbc/tree.json" ] && used "$tree" | grep -qxF "$image"; then
      digest "$tree"
      return
    fi
  done
  echo none
}

put_aside() {
  kept=$(used "$1")
  shift
  for image in "$tenants"/*/data/*.img "$tenants"/*/data/*.raw; do
    [ -f "$image" ] || continue
    ! printf '%s\n' "$kept" | grep -qxF "$image" || continue
    [ -d "${image%/*}/.removed" ] || mkdir -m 700 "${image%/*}/.removed"
    suffix=.$(date -u +%Y%m%dT%H%M%S).$(user_of "$image" "$@")
    for part in $states ''; do
      [ ! -e "$image$part" ] || mv "$image$part" "${image%/*}/.removed/${image##*/}$part$suffix"
    done
    echo "bbc-apply: $image is put aside" >&2
  done
}

bring_back() {
  own=$(digest "$1")
  used "$1" | while IFS= read -r image; do
    [ ! -e "$image" ] || continue
    aside=${image%/*}/.removed/${image##*/}
    # The time begins with a digit, the names of the states beside an image do not.
    [ -e "$aside" ] || aside=$(find "${image%/*}/.removed" -mindepth 1 -maxdepth 1 \
      -name "${image##*/}.[0-9]*T[0-9]*.$own" 2>/dev/null | sort | tail -n 1)
    [ -n "$aside" ] || continue
    suffix=${aside#"${image%/*}/.removed/${image##*/}"}
    for part in $states ''; do
      former=${image%/*}/.removed/${image##*/}$part$suffix
      [ ! -e "$former" ] || mv "$former" "$image$part"
    done
    echo "bbc-apply: $image is back" >&2
  done
}

# Images of a tree, each with the workload that uses it.
users() {
  { cat "$1/bbc/units"; (cd "$1/systemd/system" && grep -rHo --include=50-bbc.conf "BBC_[A-Z]*=$tenants/[^/\"]*/data/[^\"]*" .); } |
    awk '
      # The instance of a volume has the names of its tenant and workload with other dashes.
      function instance(unit) {
        sub(/^[^@]*@/, "", unit); sub(/\/.*/, "", unit); sub(/\.service(\.d)?$/, "", unit); gsub(/-/, "_", unit)
        return unit
      }
      $1 == "workload" { workload[instance($2)] = $2; next }
      /^\.\// {
        image = $0; sub(/^[^=]*=/, "", image)
        split(instance($0), part, ".")
        user = workload[part[1] "." part[2]]
        if (user != "") print image, user
      }'
}

# Two workloads would write to one file system while both run, and a mount point keeps its image while it is mounted. Those
# of the old tree stop, with their mounts, before the merge starts those of the new one; the mask keeps them stopped.
hand_over() {
  handed_over # what an interrupted run left
  former=$({ users "$1" | sed 's/^/old /'; users "$2"; } |
    awk '$1 == "old" { user[$2] = $3; next } ($1 in user) && user[$1] != $2 { print user[$1] }' | sort -u)
  [ -n "$former" ] || return 0
  mounts=$(systemctl show --value --property=Requires $former | tr ' ' '\n' | grep '^var-lib-tenants-.*-runtime-.*\.mount$') || true
  echo $former >"$masked"
  systemctl mask --quiet --runtime $former
  systemctl stop $former $mounts
}

handed_over() {
  [ -e "$masked" ] || return 0
  systemctl unmask --quiet --runtime $(cat "$masked")
  rm "$masked"
}

command=$1
shift
[ "$command" = handed-over ] || [ -e "$1/bbc/tree.json" ] || exit 0
case $command in
  hand-over) [ ! -e "$2/bbc/tree.json" ] || hand_over "$@" ;;
  handed-over) handed_over ;;
  put-aside) put_aside "$@" ;;
  bring-back) bring_back "$@" ;;
esac
