#!/bin/bash
# Called by host.sh inside the host's new namespaces: mounts what a container manager would, then becomes PID 1.
#   host-init.sh ROOT STATE UPLINK IMAGE...
set -euo pipefail
root=$1 state=$2 uplink=$3
shift 3
new=$state/root

mount -t overlay -o "lowerdir=$root,upperdir=$state/upper,workdir=$state/work" overlay "$new"
mount --bind "$state/machines" "$new/var/lib/machines"
for image in "$@"; do
  mkdir -p "$new/var/lib/machines/$image"
  mount --bind "$root" "$new/var/lib/machines/$image"
  mount -o remount,bind,ro "$new/var/lib/machines/$image"
done
for folder in tenants bitbuilder; do
  mkdir -p "$new/var/lib/$folder"
  mount --bind "$state/$folder" "$new/var/lib/$folder"
done

mount -t proc proc "$new/proc"
mount -t sysfs sysfs "$new/sys" # writable, so that udev runs inside and networkd may wait for it
mount -t cgroup2 cgroup2 "$new/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$new/run"
mount -t tmpfs -o mode=1777 tmpfs "$new/tmp"

# Every udevd of the machine gets the events of devices that are not network links, also those of all other hosts.
mkdir -p "$new/run/systemd/system/systemd-udev-trigger.service.d"
cat >"$new/run/systemd/system/systemd-udev-trigger.service.d/50-links.conf" <<'TRIGGER'
[Service]
ExecStart=
ExecStart=udevadm trigger --subsystem-match=net --action=add
TRIGGER

# A private /dev: no disk of the machine in it, loop devices for volume images.
mount -t tmpfs -o mode=755 tmpfs "$new/dev"
mkdir "$new/dev/net" "$new/dev/pts" "$new/dev/shm"
while read -r node type major minor mode; do
  mknod -m "$mode" "$new/dev/$node" "$type" "$major" "$minor"
done <<'NODES'
null c 1 3 666
zero c 1 5 666
full c 1 7 666
random c 1 8 666
urandom c 1 9 666
kmsg c 1 11 600
tty c 5 0 666
fuse c 10 229 666
loop-control c 10 237 600
net/tun c 10 200 666
NODES
# What virtual machines use, where this machine has it.
for node in kvm vhost-net vhost-vsock; do
  [ ! -c "/dev/$node" ] || mknod -m 666 "$new/dev/$node" c $((0x$(stat -c %t "/dev/$node"))) $((0x$(stat -c %T "/dev/$node")))
done
for n in $(seq 0 31); do mknod -m 600 "$new/dev/loop$n" b 7 "$n"; done
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$new/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$new/dev/shm"
ln -s pts/ptmx "$new/dev/ptmx"
ln -s /proc/self/fd "$new/dev/fd"

hostname bbc-host
ip link set lo up
if [ -n "$uplink" ]; then
  ip link add "$uplink" type veth peer name outside
fi

cd "$new"
mkdir -p run/old-root
pivot_root . run/old-root
cd /
umount -l /run/old-root
rmdir /run/old-root
# PID 1 expects that of its container manager; without it a confext merge shows nowhere.
mount --make-rshared /
exec env -i container=bbc PATH=/usr/sbin:/usr/bin TERM=linux \
  /usr/lib/systemd/systemd --show-status=0 --log-target=journal-or-kmsg </dev/null
