# Makes networkd read the merged files, then waits until every bridge of the tree exists and has its IPv4 address.
# networkd starts before /etc is merged, so its own start does not do that. systemd-networkd-wait-online does not help: a
# bridge with IPv6 stays "configuring" until it has a port, and the ports come with the workloads that wait for this.
set -eu
networkctl reload
deadline=$(($(date +%s) + 45))
for file in /etc/systemd/network/50-b-*.netdev; do
  [ -e "$file" ] || continue
  bridge=$(sed -n 's/^Name=//p' "$file")
  until ip -4 -brief address show dev "$bridge" 2>/dev/null | grep -q /; do
    [ "$(date +%s)" -lt "$deadline" ] || { echo "$bridge has no address" >&2; exit 1; }
    sleep 0.1
  done
done
