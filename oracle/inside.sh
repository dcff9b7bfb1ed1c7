#!/bin/bash
# Runs a command inside the oracle root, in separate namespaces: no effect outlives it.
#
#   oracle/inside.sh ETC COMMAND...
#
# The contents of folder ETC lie over the root's /etc, and by themselves in /tree; the host has a machine ID. The network has a
# loopback only, and /sys is read-only, so that networkd does not wait for a udev that is not there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if [ "${BBC_INSIDE:-}" != yes ]; then
  root=$("$here/make-root.sh")
  BBC_INSIDE=yes exec unshare --fork --kill-child=KILL --pid --mount --uts --ipc --net --propagation private \
    bash "$0" "$root" "$@"
fi

root=$1 etc=$2
shift 2
new=/mnt
mount -t tmpfs -o mode=755 tmpfs "$new"
mkdir "$new"/{upper,work,root}
mkdir -p "$new/upper/etc" "$new/upper/tree"
cp -a --no-preserve=ownership "$etc/." "$new/upper/etc"
cp -a --no-preserve=ownership "$etc/." "$new/upper/tree"
echo b1b2b3b4b5b6b7b8b9b0bbbcbdbebfb0 >"$new/upper/etc/machine-id"
chmod -R a+rX "$new/upper"
mount -t overlay -o "lowerdir=$root,upperdir=$new/upper,workdir=$new/work" overlay "$new/root"
new=$new/root
mount -t proc proc "$new/proc"
mount -t sysfs -o ro sysfs "$new/sys"
mount -t tmpfs -o mode=755 tmpfs "$new/run"
mount -t tmpfs -o mode=1777 tmpfs "$new/tmp"
mount -t tmpfs -o mode=755 tmpfs "$new/dev"
mkdir "$new/dev/net"
for node in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 net/tun:10:200; do
  IFS=: read -r path major minor <<<"$node"
  mknod -m 666 "$new/dev/$path" c "$major" "$minor"
done
ip link set lo up
hostname bbc-oracle
cd "$new"
mkdir run/former
pivot_root . run/former
umount -l run/former
cd /
rmdir /run/former
mount --make-rshared /
exec env -i PATH=/usr/sbin:/usr/bin HOME=/root LC_ALL=C.UTF-8 SYSTEMD_COLORS=0 SYSTEMD_PAGER=cat "$@"
