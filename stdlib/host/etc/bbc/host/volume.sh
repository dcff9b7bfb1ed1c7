# Creates or grows one ext4 image file. Called as "volume.sh start" while the image is not in use, and as
# "volume.sh reload" while it may be; with these variables:
#   BBC_IMAGE   path of the image
#   BBC_SIZE    its size in bytes
#   BBC_UUID    UUID of the file system
#   BBC_SOURCE  folder whose contents are copied to a new image; empty for an empty image
#   BBC_RESERVE yes: the whole size is allocated on the host's disk; no: only what is written
#   BBC_READER  host: the host mounts the image for a container, so only the host's kernel has written its file system;
#               guest: the image is a drive of a virtual machine, which may write any bytes to it. Once it exists, the
#               host reads none of them: it only makes the file longer, and the guest grows its file system
# A new image gets its name only once it is complete. A larger size grows it: at once if it is mounted, else only at
# start, because the image may be the disk of a running machine. A smaller size is refused: it would lose data.
set -eu

# At each start, because a guest may have discarded blocks.
reserve() {
  [ "$BBC_RESERVE" = no ] || fallocate -l "$BBC_SIZE" "$1" ||
    { echo "$BBC_IMAGE was not reserved: $BBC_SIZE bytes are not free on its file system" >&2; exit 1; }
}

create() {
  part=$BBC_IMAGE.part
  mkdir -p "${BBC_IMAGE%/*}"
  rm -f "$part"
  (umask 077 && truncate -s "$BBC_SIZE" "$part")
  mkfs.ext4 -q -m 0 -b 4096 -U "$BBC_UUID" -E root_owner=0:0 ${BBC_SOURCE:+-d "$BBC_SOURCE"} "$part"
  reserve "$part"
  sync "$part"
  mv "$part" "$BBC_IMAGE"
}

later() {
  echo "$BBC_IMAGE grows at the next start of its workload" >&2
  exit 1
}

# Size in bytes of the file system in the image, mounted or not.
held() {
  dumpe2fs -h "$BBC_IMAGE" 2>/dev/null |
    awk -F: '/^Block count:/ { n = $2 } /^Block size:/ { s = $2 } END { printf "%.0f\n", n * s }'
}

grow_drive() {
  [ "$length" -lt "$BBC_SIZE" ] || return 0
  # A running machine knows the size that the drive had at its start.
  [ "$1" = start ] || later
  truncate -s "$BBC_SIZE" "$BBC_IMAGE"
}

grow_image() {
  [ "$(held)" -lt $((BBC_SIZE / 4096 * 4096)) ] || return 0
  device=$(losetup --noheadings --output NAME --associated "$BBC_IMAGE" | head -n 1)
  if [ -n "$device" ]; then
    truncate -s "$BBC_SIZE" "$BBC_IMAGE"
    losetup --set-capacity "$device"
    resize2fs "$device"
  elif [ "$1" = start ]; then
    truncate -s "$BBC_SIZE" "$BBC_IMAGE"
    e2fsck -fp "$BBC_IMAGE" || [ $? = 1 ]
    resize2fs "$BBC_IMAGE"
  else
    later
  fi
}

[ -e "$BBC_IMAGE" ] || create
length=$(stat -c %s "$BBC_IMAGE")
if [ "$length" -gt "$BBC_SIZE" ]; then
  echo "$BBC_IMAGE is larger than the $BBC_SIZE bytes in the tree: images never shrink" >&2
  exit 1
fi
case $BBC_READER in
  host) grow_image "$1" ;;
  guest) grow_drive "$1" ;;
esac
reserve "$BBC_IMAGE"
