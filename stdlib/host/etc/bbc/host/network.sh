# At boot: makes the daemons of the list read the merged files, because they start before /etc is merged. Then, and alone
# when called as "network.sh wait": waits until every bridge of the tree exists and has its IPv4 address.
# systemd-networkd-wait-online does not help: a bridge with IPv6 stays "configuring" until it has a port, and the ports
# come with the workloads that wait for this.
# shellcheck disable=SC2013 # names of units and devices, which hold no blanks
set -eu
if [ "${1:-}" != wait ]; then
  for daemon in $(awk '$1 == "daemon" { print $2 }' /etc/bbc/units); do
    systemctl reload-or-restart "$daemon"
  done
fi
deadline=$(($(date +%s) + 45))
for bridge in $(awk '$1 == "device" { print $2 }' /etc/bbc/units); do
  until ip -4 -brief address show dev "$bridge" 2>/dev/null | grep -q /; do
    [ "$(date +%s)" -lt "$deadline" ] || { echo "$bridge has no address" >&2; exit 1; }
    sleep 0.1
  done
done
