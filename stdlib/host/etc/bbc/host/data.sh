# Keeps the data of removed workloads and volumes apart from later ones of the same name.
#
#   data.sh put-aside TREE FORMER...   moves images that TREE does not use to the folder .removed beside them
#   data.sh bring-back TREE            moves images that TREE uses back, if they are its own
#
# The name of an image in .removed ends with the time and with the digest of the first of the trees FORMER that used it. The
# very same tree, applied again, gets the image back; any other tree starts with an empty one. An image in .removed without
# time and digest was renamed by an administrator: the next tree that uses an image of this name gets it.
set -eu
tenants=/var/lib/tenants
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
    [ -e "$aside" ] || aside=$(find "$aside".*."$own" 2>/dev/null | sort | tail -n 1)
    [ -n "$aside" ] || continue
    suffix=${aside#"${image%/*}/.removed/${image##*/}"}
    for part in $states ''; do
      former=${image%/*}/.removed/${image##*/}$part$suffix
      [ ! -e "$former" ] || mv "$former" "$image$part"
    done
    echo "bbc-apply: $image is back" >&2
  done
}

command=$1
shift
[ -e "$1/bbc/tree.json" ] || exit 0
case $command in
  put-aside) put_aside "$@" ;;
  bring-back) bring_back "$@" ;;
esac
