# Presses the power button of virtual machine $1 and waits until systemd-vmspawn, process $2, has exited.
# On SIGTERM systemd-vmspawn kills the machine, unless it can log in to it; the stop timeout of the unit does that
# for a guest that does not react to the button.
set -eu
machinectl poweroff "$1"
while kill -0 "$2" 2>/dev/null; do sleep 0.2; done
