# shellcheck shell=bash disable=SC2154 # sourced by guest.sh, which sets here and work
# VLAN, WireGuard and VRF: made by networkd from the files in network/, and packets take the way that the files say.

configured() { within 60 sh -c "networkctl --json=short status $1 | grep -q '\"AdministrativeState\":\"configured\"'"; }
kind() { ip -d -j link show dev "$1" | jq -r '.[0].linkinfo.info_kind'; }
detail() { ip -d -j link show dev "$1" | jq -r ".[0].linkinfo.info_data.$2"; }
reaches() { ping -n -q -c 2 -W 10 "$@"; }
# Gives one end of a pair, with an address, to a network namespace of its own.
far() {
  ip netns add "$2" && ip link set "$1" netns "$2" && ip -n "$2" address add "$3" dev "$1" && ip -n "$2" link set "$1" up
}

network_comes() {
  wg genkey >"$work/tunnel.key" && wg genkey >"$work/peer.key"
  chown root:systemd-network "$work" "$work/tunnel.key" && chmod 750 "$work" && chmod 640 "$work/tunnel.key"
  mkdir -p /run/systemd/network
  cp "$here"/network/* /run/systemd/network
  sed -i "s|^PublicKey=.*|PublicKey=$(wg pubkey <"$work/peer.key")|" /run/systemd/network/50-tunnel.netdev
  networkctl reload
  within 60 ip link show outside && far outside outside 192.0.2.1/24
  for link in uplink vlan7 trunk vrf-a vrf-b; do
    configured "$link" || { networkctl status "$link"; return 1; }
    echo "$link configured;"
  done
}

vlan_carries() {
  is vlan "$(kind vlan7)" kind && is 7 "$(detail vlan7 id)" id || return 1
  ip -n outside link add link outside name tagged type vlan id 7
  ip -n outside address add 10.7.0.2/24 dev tagged && ip -n outside link set tagged up
  reaches 10.7.0.2 >/dev/null && echo "a neighbour with tag 7 answers"
}

vlan_keeps_out() {
  ip -n outside link delete tagged
  ip -n outside link add link outside name tagged type vlan id 8
  ip -n outside address add 10.7.0.2/24 dev tagged && ip -n outside link set tagged up
  ip neigh flush dev vlan7
  not reaches 10.7.0.2 && echo "a neighbour with tag 8 does not answer"
}

bridge_tells_vlans_apart() {
  local seen
  seen=$(bridge -j vlan show | jq -c '[.[] | select(.ifname | startswith("access")) | {ifname, vlans: [.vlans[] | {vlan, flags}]}] | sort_by(.ifname)')
  echo "$seen"
  is 1 "$(detail trunk vlan_filtering)" vlan_filtering || return 1
  [ "$seen" = '[{"ifname":"access70","vlans":[{"vlan":70,"flags":["PVID","Egress Untagged"]}]},{"ifname":"access71","vlans":[{"vlan":71,"flags":["PVID","Egress Untagged"]}]}]' ] || return 1
  far far70 seventy 10.70.0.1/24 && far far71 seventyone 10.70.0.2/24 || return 1
  not ip netns exec seventy ping -n -q -c 2 -W 3 10.70.0.2 || { echo "access ports of two VLANs reach each other"; return 1; }
  bridge vlan add dev access71 vid 70 pvid untagged
  ip netns exec seventy ping -n -q -c 2 -W 10 10.70.0.2 >/dev/null && echo "two VLANs are silent, one VLAN answers"
}

tunnel_carries() {
  is wireguard "$(kind tunnel)" kind || return 1
  ip -n outside link add tunnel type wireguard
  ip netns exec outside wg set tunnel private-key "$work/peer.key" listen-port 51821 \
    peer "$(wg pubkey <"$work/tunnel.key")" allowed-ips 10.9.0.1/32
  ip -n outside address add 10.9.0.2/24 dev tunnel && ip -n outside link set tunnel up
  reaches 10.9.0.2 >/dev/null || { wg show tunnel; return 1; }
  echo "handshake, $(wg show tunnel transfer | cut -f 2) bytes received"
  [ "$(wg show tunnel latest-handshakes | cut -f 2)" -gt 0 ]
}

tunnel_needs_the_key() {
  wg genkey >"$work/stranger.key"
  ip netns exec outside wg set tunnel private-key "$work/stranger.key"
  wg set tunnel peer "$(wg pubkey <"$work/peer.key")" remove
  wg set tunnel peer "$(wg pubkey <"$work/peer.key")" allowed-ips 10.9.0.2/32 endpoint 192.0.2.1:51821
  not reaches 10.9.0.2 && echo "a peer with another key does not answer"
}

vrf_keeps_apart() {
  is vrf "$(kind vrf-a)" kind && is 101 "$(detail vrf-a table)" table && is 102 "$(detail vrf-b table)" table || return 1
  is vrf-a "$(ip -j link show dev side-a | jq -r '.[0].master')" master || return 1
  far far-a far-a 10.8.0.2/24 && far far-b far-b 10.8.0.3/24 || return 1
  configured side-a && configured side-b || return 1
  reaches -I vrf-a 10.8.0.2 >/dev/null || { echo "no answer in vrf-a"; return 1; }
  reaches -I vrf-b 10.8.0.3 >/dev/null || { echo "no answer in vrf-b"; return 1; }
  not reaches -I vrf-a 10.8.0.3 || { echo "vrf-a reaches what is in vrf-b"; return 1; }
  is "" "$(ip route show 10.8.0.0/24)" "the route in the main table" || return 1
  echo "10.8.0.0/24 twice, each VRF reaches its own neighbour only"
}

prove links "networkd makes and configures every device of network/" network_comes
prove VLAN "a tagged neighbour is reached" vlan_carries
prove VLAN "a neighbour with another tag is not" vlan_keeps_out
prove VLAN "a bridge with VLANFiltering= and [BridgeVLAN] keeps its access ports apart" bridge_tells_vlans_apart
prove WireGuard "a tunnel from PrivateKeyFile= and [WireGuardPeer] carries packets" tunnel_carries
prove WireGuard "a peer with another key is not heard" tunnel_needs_the_key
prove VRF "two VRFs hold the same range and stay apart" vrf_keeps_apart
