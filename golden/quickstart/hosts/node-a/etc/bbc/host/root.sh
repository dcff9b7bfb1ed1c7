# Root folder of a container that shares its image: the image below, a memory file system above, so that the writes of
# the container are lost when it stops. Called as "root.sh mount" before it starts, "root.sh umount" after it stopped.
#   BBC_IMAGE  folder of the image
#   BBC_ROOT   folder in which the layers are mounted; the root itself is its subfolder "root"
#   BBC_UID    first user id of the container
# systemd-nspawn's own --volatile=overlay cannot be combined with idmapping: an overlay cannot be idmapped, its layers can.
set -eu
for layer in root upper image; do
  while mountpoint -q "$BBC_ROOT/$layer"; do umount "$BBC_ROOT/$layer" || umount --lazy "$BBC_ROOT/$layer"; done
done
[ "$1" = mount ] || exit 0
cd "$BBC_ROOT"
mkdir -p image upper root
mount --bind -o "ro,nodev,X-mount.idmap=b:0:$BBC_UID:65536" "$BBC_IMAGE" image
mount -t tmpfs -o "mode=700,nodev,size=25%,nr_inodes=1m" tmpfs upper
mkdir upper/files upper/work
chown "$BBC_UID:$BBC_UID" upper/files
chmod --reference=image upper/files
mount -t overlay -o "nodev,lowerdir=$BBC_ROOT/image,upperdir=$BBC_ROOT/upper/files,workdir=$BBC_ROOT/upper/work" overlay root
# A read-only root must contain the mount point for the names of consumed offers.
[ -L root/etc ] || [ ! -d root/etc ] || [ -e root/etc/hosts ] || [ -L root/etc/hosts ] || install -m 644 -o "$BBC_UID" -g "$BBC_UID" /dev/null root/etc/hosts
