#!/bin/bash
# Makes the Debian forky root that judges the compiled trees, and prints its path.
#
#   oracle/make-root.sh [--vm|--machines]    make it if it is missing; --vm: the one with a kernel, for a virtual machine;
#                                            --machines: the one that starts virtual machines and makes their disks
#   oracle/make-root.sh --path     only print where it is or would be
#   oracle/make-root.sh --check    can this machine make it? Prints the reason and fails when not.
#
# The root is a cache: its name carries a digest of this script, so that a change of the package list makes
# another one. It is built under a temporary name and renamed; concurrent callers wait for one another.
# BBC_ORACLE_CACHE moves the cache folder.
set -euo pipefail

cache=${BBC_ORACLE_CACHE:-${XDG_CACHE_HOME:-/var/cache}/bbc-oracle}
suite=forky
packages=(
  systemd systemd-sysv systemd-container systemd-resolved systemd-repart dbus udev
  mount e2fsprogs util-linux-extra squashfs-tools kmod procps libseccomp2
  iproute2 iputils-ping nftables git jq openssh-client dropbear-bin libnss-systemd
)
# A virtual machine brings its own kernel, and what systemd needs to use that: initrd, verity, WireGuard's reader.
kernel=(linux-image-cloud-amd64 initramfs-tools zstd systemd-cryptsetup cryptsetup-bin erofs-utils openssl wireguard-tools)
# A host of virtual machines, with the tools that make a disk for one.
machines=(qemu-system-x86 ovmf systemd-ukify systemd-boot-efi dosfstools mtools)
digest=$(sha256sum <"$0" | cut -c1-12)
root=$cache/$suite-$digest
case ${1:-} in
  --vm)
    shift
    packages+=("${kernel[@]}")
    root=$cache/$suite-vm-$digest
    ;;
  --machines)
    shift
    packages+=("${machines[@]}")
    root=$cache/$suite-machines-$digest
    ;;
esac

. "$(dirname "$0")/archive.sh"

refuse() { echo "$1" >&2; exit 2; }

check() {
  [ "$(id -u)" = 0 ] || refuse "the oracle root needs root (mounts, namespaces, device nodes)"
  [ -e "$root/.complete" ] && return 0
  command -v apt-get >/dev/null || refuse "the oracle root is made with apt and mmdebstrap; this machine has no apt"
  archive >/dev/null || refuse "apt knows no main archive of a Debian distribution here"
}

build() {
  local staging mirror
  if ! command -v mmdebstrap >/dev/null; then
    apt-get -qq update >&2
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends mmdebstrap >/dev/null
  fi
  mirror=$(archive)
  rm -rf "${cache:?}/.$suite".*
  staging=$(mktemp -d "$cache/.$suite.XXXXXX")
  chmod 755 "$staging"
  # No apt inside (essential), no user namespace (root). A mirror that lags has an expired Release file: that
  # matters for a production system, not for a root that lives in a cache.
  mmdebstrap --quiet --variant=essential --mode=root --include="$(IFS=,; echo "${packages[*]}")" \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --aptopt='Acquire::Languages "none"' \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    "$suite" "$staging" "$mirror" >&2
  # What a host must have enabled; the same root also serves as the image of the containers.
  SYSTEMD_LOG_LEVEL=err chroot "$staging" systemctl --quiet enable \
    systemd-networkd.service systemd-resolved.service systemd-confext.service 2>/dev/null
  rm -f "$staging/etc/resolv.conf" "$staging/etc/hostname"
  : >"$staging/etc/machine-id"
  touch "$staging/.complete"
  mv -T "$staging" "$root"
}

case ${1:-} in
  --path) echo "$root"; exit 0 ;;
  --check) check; exit 0 ;;
  '') ;;
  *) sed -n '2,11p' "$0" >&2; exit 2 ;;
esac
check
if [ ! -e "$root/.complete" ]; then
  mkdir -p "$cache"
  exec 9>"$cache/.lock"
  flock 9
  [ -e "$root/.complete" ] || build
fi
echo "$root"
