#!/bin/bash
# Measures the firewalls of N tenants on one host, as root, in network namespaces of its own:
#
#   benchmarks/firewalls.sh [N...]          (default: 2 100 300 1000)
#
#   start    processor time of `firewall.sh start`, which loads all tenants in one transaction, as at boot
#   replace  the same of `firewall.sh load` for one tenant among them, as in an apply
#   skip     the same of `firewall.sh start` for one tenant that is loaded, as by each bbc-firewall@ unit at boot
#   RTT      in microseconds of UDP packets of a guest, through bridge, port guard, firewall, translation and uplink: the best
#            mean of fifty times 200 packets, since others may use the processors
#
# Half of the tenants have a network of mode nat, half of mode routed; each publishes two ports.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)

fleet() {
  local n=$1 out=$2 i mode
  mkdir -p "$out/platform" "$out/tenants"
  {
    echo 'platform benchmark {'
    echo '  host node { cpu = 1024; memory = 4TiB; storage = 10TiB; uplink = "wan0"; address = 192.0.2.10/24 }'
    echo '  image debian { source = directory("/var/lib/machines/debian") }'
    echo '  defaults container { image = debian }'
    for i in $(seq "$n"); do echo "  admit t$i { }"; done
    echo '}'
  } > "$out/platform/platform.bbc"
  for i in $(seq "$n"); do
    mkdir "$out/tenants/t$i"
    if [ $((i % 2)) = 0 ]; then mode=nat; else mode=routed; fi
    cat > "$out/tenants/t$i/tenant.bbc" << PROGRAM
tenant t$i {
  network front { mode = $mode }
  container web { memory { limit = 64MiB }; attach front { }; publish tcp auto -> 80; publish udp auto -> 443 }
}
PROGRAM
  done
}

# The topology of tenant t2: its guest, its bridge, the uplink, and an address outside.
topology() {
  local file=$1/bbc/nft/t2.nft bridge port mac address
  bridge=$(sed -n 's/^add element inet bbc from_guests { "\([^"]*\)".*/\1/p' "$file")
  port=$(sed -n 's/^add element bridge bbc ports { "\([^"]*\)".*/\1/p' "$file")
  mac=$(sed -n 's/.*ether saddr != \([0-9a-f:]*\) drop.*/\1/p' "$file")
  address=$(sed -n 's/.*\tip saddr \(10[0-9.]*\) accept.*/\1/p' "$file")
  ip link set lo up
  ip netns add guest
  ip netns add outside
  ip link add wan0 type veth peer name lan0 netns outside
  ip link add "$port" type veth peer name eth0 netns guest
  ip link add "$bridge" type bridge
  ip link set "$port" master "$bridge"
  ip address add 192.0.2.10/24 dev wan0
  ip address add "${address%.*}.1/24" dev "$bridge"
  for link in wan0 "$port" "$bridge"; do ip link set "$link" up; done
  ip -n outside address add 192.0.2.1/24 dev lan0
  ip -n outside address add 198.51.100.1/32 dev lan0
  ip -n outside link set lan0 up
  ip route add default via 192.0.2.1
  ip -n guest link set eth0 address "$mac" up
  ip -n guest address add "$address/24" dev eth0
  ip -n guest route add default via "${address%.*}.1"
  sysctl -qw net.ipv4.ip_forward=1
}

# User and system time of a command, in seconds.
spent() {
  local TIMEFORMAT='%U %S' times
  times=$({ time "$@" > /dev/null; } 2>&1 | tail -n 1)
  echo "$times" | awk '{ printf "%.2f", $1 + $2 }'
}

measured() {
  local etc=$1 script=$1/bbc/host/firewall.sh start replace skip rtt server
  mount -t tmpfs tmpfs /run
  topology "$etc"
  start=$(spent sh "$script" start)
  replace=$(spent sh "$script" load t1)
  skip=$(spent sh "$script" start t1)
  # shellcheck disable=SC2016 # perl has dollars of its own
  ip netns exec outside perl -MIO::Socket::INET -e '
    my $s = IO::Socket::INET->new(Proto => "udp", LocalAddr => "198.51.100.1:7") or die;
    $s->send($_) while defined $s->recv($_, 64)' &
  server=$!
  # shellcheck disable=SC2016
  rtt=$(ip netns exec guest perl -MIO::Socket::INET -MTime::HiRes=time,sleep -MList::Util=min -e '
    sleep 0.5;
    my $s = IO::Socket::INET->new(Proto => "udp", PeerAddr => "198.51.100.1:7") or die;
    alarm 60;
    my @means = map {
      my $start = time;
      for (1 .. 200) { $s->send("x"); $s->recv($_, 64) }
      (time - $start) / 200 * 1e6
    } 1 .. 50;
    printf "%.1f", min @means')
  kill "$server"
  echo "$start $replace $skip $rtt"
}

if [ "${1:-}" = --inside ]; then
  measured "$2"
  exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%8s %9s %9s %9s %9s\n' tenants 'start s' 'replace s' 'skip s' 'RTT us'
[ $# -gt 0 ] || set -- 2 100 300 1000
for n in "$@"; do
  fleet "$n" "$work/fleet-$n"
  "$home/bbc" compile "$work/fleet-$n" --out "$work/tree-$n" > /dev/null
  read -r -a numbers < <(unshare --mount --net "$0" --inside "$work/tree-$n/hosts/node/etc")
  printf '%8s %9s %9s %9s %9s\n' "$n" "${numbers[@]}"
done
