#!/bin/bash
# Makes the disk of a small Debian that boots in a virtual machine, and prints its path.
#
#   oracle/machines/make-disk.sh           make it if it is missing
#   oracle/machines/make-disk.sh --path    only print where it is or would be
#
# A GPT disk by the Discoverable Partitions Specification: an EFI system partition with systemd-boot and a unified kernel image, and a
# root of type root-x86-64, which the systemd of the initrd finds by its type. Made without loop devices and mounts of images, beside
# the oracle root, under a name with a digest of this script. Needs root, and about five minutes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$("$here/../make-root.sh" --machines --path)
cache=$(dirname "$tools")
suite=forky
disk=$cache/$suite-disk-$(sha256sum <"$0" | cut -c1-12).raw
packages=(
  systemd systemd-sysv systemd-resolved udev dbus mount e2fsprogs kmod procps libseccomp2 iproute2
  linux-image-cloud-amd64 zstd dracut libtss2-esys-3.0.2-0t64
)
# Nothing of these serves a test, and each costs seconds under software emulation.
masked=(
  systemd-pcrmachine.service systemd-pcrphase.service systemd-pcrphase-sysinit.service systemd-tpm2-setup.service
  systemd-tpm2-setup-early.service systemd-hwdb-update.service systemd-journal-catalog-update.service e2scrub_reap.service
  systemd-update-done.service systemd-boot-random-seed.service systemd-timesyncd.service e2scrub_all.timer fstrim.timer
  dpkg-db-backup.timer systemd-tmpfiles-clean.timer
)

. "$here/../archive.sh"

# Root folder of the guest.
tree() {
  local tree=$1
  mmdebstrap --quiet --variant=essential --mode=root --include="$(IFS=,; echo "${packages[*]}")" \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    "$suite" "$tree" "$(archive)" >&2
  SYSTEMD_LOG_LEVEL=err chroot "$tree" systemctl --quiet enable systemd-networkd.service systemd-resolved.service
  SYSTEMD_LOG_LEVEL=err chroot "$tree" systemctl --quiet mask "${masked[@]}"
  rm -f "$tree/etc/resolv.conf" "$tree/etc/hostname" "$tree"/etc/systemd/network/*
  ln -s ../run/systemd/resolve/stub-resolv.conf "$tree/etc/resolv.conf"
  echo uninitialized >"$tree/etc/machine-id"
  : >"$tree/etc/fstab"
}

# The initrd: nothing of this machine, the drivers of a virtual one. In a mount namespace, which ends with it.
initrd() {
  # shellcheck disable=SC2016 # a script for the namespace
  unshare --mount bash -ec 'mount -t proc proc "$1/proc"; mount -t tmpfs tmpfs "$1/tmp"; mount --bind /dev "$1/dev"
    chroot "$1" dracut --force --quiet --no-hostonly --no-hostonly-cmdline --reproducible --zstd \
      --add "systemd systemd-initrd" --omit "plymouth crypt lvm mdraid dmraid iscsi nfs nbd fcoe cifs multipath i18n" \
      --add-drivers "virtio_blk virtio_pci virtio_net virtiofs fuse ext4 erofs overlay vmw_vsock_virtio_transport" \
      "/boot/initrd.img-$2" "$2"' - "$1" "$2" >&2
}

# A command in the root with the tools; it sees the guest's root under /mnt and the work folder under /out.
inside() {
  # shellcheck disable=SC2016 # a script for the namespace
  unshare --mount bash -ec 't=$1 o=$2; shift 2
    mount -t overlay -o "lowerdir=$t,upperdir=$o/upper,workdir=$o/scratch" overlay "$o/tools"
    mkdir -p "$o/tools/out"; mount --bind "$o/tree" "$o/tools/mnt"; mount --bind "$o" "$o/tools/out"
    mount -t proc proc "$o/tools/proc"; mount --bind /dev "$o/tools/dev"; mount -t tmpfs tmpfs "$o/tools/tmp"
    exec chroot "$o/tools" /usr/bin/env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 "$@"' - "$tools" "$work" "$@" >&2
}

partitions() {
  mkdir "$1"
  cat >"$1/10-esp.conf" <<'ESP'
[Partition]
Type=esp
Format=vfat
SizeMinBytes=160M
SizeMaxBytes=160M
CopyFiles=/out/esp:/
ESP
  cat >"$1/20-root.conf" <<'ROOT'
[Partition]
Type=root-x86-64
Format=ext4
CopyFiles=/mnt:/
ExcludeFilesTarget=/boot/
ExcludeFilesTarget=/proc/
ExcludeFilesTarget=/sys/
ExcludeFilesTarget=/dev/
ExcludeFilesTarget=/tmp/
ExcludeFilesTarget=/run/
Minimize=guess
ROOT
}

build() {
  local kernel boot=usr/lib/systemd/boot/efi/systemd-bootx64.efi
  "$here/../make-root.sh" --machines >/dev/null
  work=$(mktemp -d "$cache/.disk.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work"/{upper,scratch,tools,tree,esp/EFI/BOOT,esp/EFI/systemd,esp/EFI/Linux,esp/loader}
  tree "$work/tree"
  kernel=$(basename "$work"/tree/usr/lib/modules/*)
  initrd "$work/tree" "$kernel"
  inside ukify build --linux="/mnt/boot/vmlinuz-$kernel" --initrd="/mnt/boot/initrd.img-$kernel" \
    --os-release=@/mnt/etc/os-release --uname="$kernel" --cmdline='rw console=ttyS0 console=hvc0 systemd.show_status=0' \
    --output="/out/esp/EFI/Linux/debian-$kernel.efi"
  cp "$tools/$boot" "$work/esp/EFI/BOOT/BOOTX64.EFI"
  cp "$tools/$boot" "$work/esp/EFI/systemd/systemd-bootx64.efi"
  printf 'timeout 0\n' >"$work/esp/loader/loader.conf"
  partitions "$work/repart.d"
  inside systemd-repart --offline=yes --empty=create --size=auto --definitions=/out/repart.d \
    --seed=0f6a25a6-5d1b-4d1c-9b0d-3f1a4c0d9f11 --no-pager /out/disk.raw
  cp --sparse=always "$work/disk.raw" "$work/sparse.raw"
  mv "$work/sparse.raw" "$disk"
}

case ${1:-} in
  --path) echo "$disk"; exit 0 ;;
  '') ;;
  *) sed -n '2,9p' "$0" >&2; exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "make-disk.sh: needs root" >&2; exit 2; }
if [ ! -e "$disk" ]; then
  mkdir -p "$cache"
  exec 9>"$cache/.disk.lock"
  flock 9
  [ -e "$disk" ] || build
fi
echo "$disk"
