# Disk of a virtual machine: a copy of its image. Called before the machine starts, with:
#   BBC_IMAGE  raw image to copy
#   BBC_DISK   path of the copy
#   BBC_SIZE   bytes that host.storage counts for the copy; no larger image is copied
#   BBC_KEEP   yes: an existing copy is kept, with all writes of the machine; no: every start begins from the image
# systemd-vmspawn's own --ephemeral cannot be combined with extra drives.
set -eu
[ "$BBC_KEEP" = no ] || [ ! -e "$BBC_DISK" ] || exit 0
size=$(stat -L -c %s "$BBC_IMAGE")
if [ "$size" -gt "$BBC_SIZE" ]; then
  echo "$BBC_IMAGE has $size bytes, more than the $BBC_SIZE of the machine's disk: write root { size = ... } in its block" >&2
  exit 1
fi
part=$BBC_DISK.part
# The timeout of the start is for the guest: a large image may take longer to copy.
[ -z "${NOTIFY_SOCKET:-}" ] || systemd-notify EXTEND_TIMEOUT_USEC=86400000000
mkdir -p "${BBC_DISK%/*}"
rm -f "$part"
(umask 077 && cp --reflink=auto --sparse=always "$BBC_IMAGE" "$part")
sync "$part"
mv "$part" "$BBC_DISK"
