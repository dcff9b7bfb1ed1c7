# Presses the power button of virtual machine $1 and waits until systemd-vmspawn, process $2, has ended with it.
# On SIGTERM alone systemd-vmspawn kills the machine, unless it can log in to it; the time limit of the unit's stop
# brings that about for a guest that does not listen to the button.
set -eu
machinectl poweroff "$1"
while kill -0 "$2" 2>/dev/null; do sleep 0.2; done
