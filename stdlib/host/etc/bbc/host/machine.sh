# Called by the service of a virtual machine, whose QEMU runs as user BBC_UID:
#   machine.sh devices        before it starts: fails if one of BBC_DEVICES is missing in /dev
#   machine.sh prepare NAME   before it starts: creates its tap device BBC_TAP for that user, if it has one, and lets that
#                             user connect to its sockets
#   machine.sh confined       once it has started: fails unless QEMU runs as that user, and so ends the machine
#   machine.sh clean-up NAME  after it has ended
set -eu

advice() {
  case $1 in
    kvm) echo 'enable virtualization in the firmware, and load the module kvm_intel or kvm_amd' ;;
    vhost-vsock) echo 'load the module vhost_vsock' ;;
  esac
}

devices() {
  for device in $BBC_DEVICES; do
    [ -c "/dev/$device" ] || { echo "missing /dev/$device: $(advice "$device")" >&2; exit 1; }
  done
}

# Prints the user of QEMU, once it runs.
monitor() {
  read -r children <"/proc/$MAINPID/task/$MAINPID/children" || true
  for child in $children; do
    case $(cat "/proc/$child/comm") in
      qemu*) stat -c %u "/proc/$child" ;;
    esac
  done
}

# A unit of Type=notify has waited for the guest before this; for one of another type QEMU may be about to change its user.
confined() {
  for _ in $(seq 60); do
    [ "$(monitor 2>/dev/null)" != "$BBC_UID" ] || return 0
    sleep 1
  done
  echo "QEMU does not run as user $BBC_UID: does systemd-vmspawn heed SYSTEMD_VMSPAWN_QEMU_EXTRA?" >&2
  exit 1
}

# systemd-vmspawn of 262 lets QEMU connect to the sockets of virtiofsd in this folder once QEMU has changed its user.
prepare() {
  [ -z "${BBC_TAP:-}" ] || ip tuntap add dev "$BBC_TAP" mode tap user "$BBC_UID" vnet_hdr
  install -d -m 755 "${1%/*}"
  install -d -g "$BBC_UID" -m 2710 "$1"
}

clean_up() {
  rm -rf "$1"
  [ -z "${BBC_TAP:-}" ] || ip tuntap delete dev "$BBC_TAP" mode tap
}

case $1 in
  devices) devices ;;
  prepare) prepare "/run/systemd/vmspawn/$2" ;;
  confined) confined ;;
  clean-up) clean_up "/run/systemd/vmspawn/$2" ;;
esac
