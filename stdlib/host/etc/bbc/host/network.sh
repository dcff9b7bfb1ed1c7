# At boot: makes the daemons of the list read the merged files, because they start before /etc is merged. Then, and alone
# when called as "network.sh wait": lets the host forward, and waits until every bridge exists and has its IPv4 address.
# systemd-networkd-wait-online does not help: a bridge with IPv6 stays "configuring" until it has a port, and the ports
# come with the workloads that wait for this.
# shellcheck disable=SC2013,SC2086 # names of units and devices, which hold no blanks
set -eu
if [ "${1:-}" != wait ]; then
  for daemon in $(awk '$1 == "daemon" { print $2 }' /etc/bbc/units); do
    systemctl reload-or-restart "$daemon"
  done
fi
# Guests are forwarded by no setting of networkd: its IPMasquerade= and IPv6Forwarding= would make it ignore the router
# advertisements of the uplink (systemd.network(5), IPv6AcceptRA=). IPv4 is forwarded by interface; the bridges have it
# from their files.
uplink=$(sed -n 's/^  "uplink": "\(.*\)",$/\1/p' /etc/bbc/tree.json)
settings=/run/sysctl.d/50-bbc.conf
rm -f "$settings"
if grep -q '^device ' /etc/bbc/units; then
  [ ! -e /proc/sys/net/ipv6 ] || echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
  # udev applies this to an uplink that appears later (systemd-sysctl.service(8)); for one that is here it is the same.
  mkdir -p "${settings%/*}"
  echo "net/ipv4/conf/$uplink/forwarding = 1" >"$settings"
  [ ! -e "/proc/sys/net/ipv4/conf/$uplink" ] || echo 1 >"/proc/sys/net/ipv4/conf/$uplink/forwarding"
  # Where the kernel itself accepts advertisements, 1 means: unless it forwards. networkd, which reads them itself, sets 0.
  advertisements=/proc/sys/net/ipv6/conf/$uplink/accept_ra
  [ -e "/proc/sys/net/ipv4/conf/$uplink" ] || advertisements=/proc/sys/net/ipv6/conf/default/accept_ra
  case $(cat "$advertisements" 2>/dev/null) in
    1 | 2)
      echo "net/ipv6/conf/$uplink/accept_ra = 2" >>"$settings"
      [ ! -e "/proc/sys/net/ipv6/conf/$uplink" ] || echo 2 >"/proc/sys/net/ipv6/conf/$uplink/accept_ra"
      ;;
  esac
fi
# systemd-machined may run already, without the drop-in that removes its hook.
rm -f /run/systemd/resolve.hook/io.systemd.Machine
without_address() {
  ip -4 -brief address show | awk '
    from == "list" { if ($1 == "device") missing[$2] = 1; next }
    $3 != "" { sub(/@.*/, "", $1); delete missing[$1] }
    END { for (device in missing) print device }' from=list /etc/bbc/units from=links -
}
deadline=$(($(date +%s) + 45))
while bridges=$(without_address) && [ -n "$bridges" ]; do
  [ "$(date +%s)" -lt "$deadline" ] || { echo "no address:" $bridges >&2; exit 1; }
  sleep 0.1
done
