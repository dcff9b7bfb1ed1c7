# shellcheck shell=bash disable=SC2154 # sourced by guest.sh, which sets here and work
# The compiled tree as a signed image with dm-verity instead of a folder.

image=$work/bbc.raw
policy=root=signed

image_is_made() {
  mkdir -p /run/verity.d
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=nightly -keyout "$work/image.key" -out /run/verity.d/nightly.crt
  mkdir -p "$work/source" && cp -a "$here/tree-b" "$work/source/etc"
  systemd-repart --make-ddi=confext --copy-source="$work/source" \
    --private-key="$work/image.key" --certificate=/run/verity.d/nightly.crt "$image" >&2 || return 1
  systemd-dissect --json=short "$image" | jq -c '[.mounts[]? | {designator, fstype, verity}]' 2>/dev/null || systemd-dissect "$image"
  stat -c '%s bytes' "$image"
}

merged() { systemd-confext --image-policy="$policy" refresh >&2; }

image_is_merged() {
  local differences device
  mv /var/lib/confexts/bbc.v "$work/former.v"
  cp "$image" /var/lib/confexts/bbc.raw
  merged || return 1
  differences=$(diff -rq "$here/tree-b" /etc | grep -v '^Only in /etc')
  [ -z "$differences" ] || { echo "$differences"; return 1; }
  device=$(cat /sys/block/dm-*/dm/uuid)
  echo "device mapper: ${device%%-bbc*}; $(find "$here/tree-b" -type f | wc -l) files in /etc"
  case $device in CRYPT-VERITY-*) ;; *) return 1 ;; esac
  systemctl daemon-reload
  running red.small && running red.peer
}

foreign_signature_is_refused() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=stranger -keyout "$work/stranger.key" -out "$work/stranger.crt"
  systemd-repart --make-ddi=confext --copy-source="$work/source" \
    --private-key="$work/stranger.key" --certificate="$work/stranger.crt" "$work/stranger.raw" >&2 || return 1
  mkdir -p "$work/mount"
  if systemd-dissect --image-policy="$policy" --mount "$work/stranger.raw" "$work/mount"; then
    systemd-dissect --umount "$work/mount"
    echo "an image signed by a stranger was mounted"
    return 1
  fi
  echo "refused: $(tail -n 1 "$work/errors")"
}

# A byte of the data partition, found by its type: the root of x86-64 (Discoverable Partitions Specification).
changed_byte_is_noticed() {
  local start
  cp "$image" "$work/changed.raw"
  start=$(partx --raw --noheadings --output START,TYPE "$work/changed.raw" | sed -n 's/ 4f68bce3-e8cd-4db1-96e7-fbcaf984b709$//p')
  [ -n "$start" ] || return 1
  printf X | dd of="$work/changed.raw" bs=1 seek=$((start * 512 + 200)) conv=notrunc status=none
  if systemd-dissect --image-policy="$policy" --mount "$work/changed.raw" "$work/mount" >&2; then
    systemd-dissect --umount "$work/mount"
    echo "mounted all the same"
    return 1
  fi
  echo "not mounted; kernel: $(dmesg | grep -o 'verity.*corrupted' | tail -n 1)"
  dmesg | grep -q 'verity.*corrupted'
}

prove dm-verity "systemd-repart makes a signed confext image of a compiled tree" image_is_made
prove dm-verity "systemd-confext merges it under the policy $policy, through a verity device" image_is_merged
prove dm-verity "an image with a signature of somebody else is refused" foreign_signature_is_refused
prove dm-verity "a changed byte is noticed when it is read" changed_byte_is_noticed
