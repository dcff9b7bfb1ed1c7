# shellcheck shell=bash disable=SC2154 # sourced by guest.sh, which sets here and work
# What the build kernel's bridge lacks: br_netfilter, which sends bridged packets through the tenant's chains, and ibrname.

guest_pings() { nsenter -t "$(leader "$1")" -n ping -n -q -c 2 -W 10 "$2" >/dev/null; }

guests_talk() { guest_pings red.small "$(address red.peer)" && echo "red.small reaches red.peer on their bridge"; }

bridged_packets_pass() {
  modprobe br_netfilter
  is 1 "$(sysctl -n net.bridge.bridge-nf-call-iptables)" bridge-nf-call-iptables || return 1
  guests_talk
}

published_port_answers() {
  local said
  nsenter -t "$(leader red.small)" -n perl "$here/tools/serve.pl" 80 &
  sleep 3
  said=$(ip netns exec outside perl "$here/tools/ask.pl" 192.0.2.10 8080)
  kill %% 2>/dev/null
  is "from the guest" "$said" "192.0.2.10:8080 from outside"
}

names_of_bridges_load() {
  nft -f - <<'RULES' || return 1
table bridge nightly {
	chain c {
		type filter hook prerouting priority 0;
		meta ibrname "trunk" counter
	}
}
RULES
  nft list table bridge nightly | grep ibrname
}

prove bridge "guests of one bridge reach each other" guests_talk
prove bridge "a published port answers" published_port_answers
prove bridge "with br_netfilter, guests of one bridge still reach each other" bridged_packets_pass
prove bridge "with br_netfilter, a published port answers" published_port_answers
prove bridge "nft takes ibrname" names_of_bridges_load
