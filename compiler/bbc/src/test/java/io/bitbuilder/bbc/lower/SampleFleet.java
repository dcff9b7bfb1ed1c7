package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.fleet.Fleet;

/**
 * A fleet in which every field is set to something: one host, one tenant with a dash in its name, two containers, a
 * machine and three networks, one of each mode; two of them are joined, and one consumes an offer of the tenant itself.
 */
public final class SampleFleet {
    private static final String PLATFORM = """
            platform sample {
              systemd = 262
              reserved = [10.0.0.0/24]
              host node-a {
                cpu = 64
                memory = 256GiB
                storage = 4096GiB
                uplink = "enp1s0"
                address = 192.0.2.10/24
                mtu = 9000
                reserved-ports = [22, 9090]
                labels { zone = a }
                overcommit { cpu = 150%; memory = 100%; storage = 100% }
              }
              pool ports { range = 20000..29999 }
              image debian { source = directory("/var/lib/machines/debian"); architecture = x86-64 }
              image debian-vm { source = raw("/var/lib/machines/debian.raw") }
              extension metrics { type = sysext; source = raw("/srv/ext/metrics.raw"); level = v1 }
              extension site { type = confext; source = directory("/srv/ext/site"); level = v2 }
              admit big-co {
                repository = "https://git.example/big-co"
                signers = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIyct95msngx0jW7B4wKaXJNhJi5QUhEW1nH9SRKHxt9"]
                quota { cpu = 9; memory = 20GiB; storage = 300GiB; tasks = 9500 }
                image = debian
                connections = 20000
                egress = [169.254.169.253/32]
                ports = [443]
                subnets = [198.51.100.0/24]
                modes = [routed]
                claims { networks = 60; workloads = 61; attachments = 62; ports = 63 }
                claims { volumes = 64; agreements = 65; share = 40% }
              }
              ceiling standard { capabilities = [CAP_NET_ADMIN]; syscalls = ["@clock"]; egress = [169.254.169.254/32] }
            }
            """;
    private static final String NETWORKS = """
            tenant big-co {
              id = "id-0"
              labels { stage = live }
              quota { cpu = 8; memory = 16GiB; storage = 200GiB; tasks = 9000 }
              network back {
                mode = bridge
                subnet = 10.64.1.0/24
                dns = [192.0.2.53]
                raw "netdev/Bridge" { Priority = 9 }
                raw "network/DHCPServer" { BootFilename = "boot.efi" }
              }
              network front {
                subnet = 10.64.2.0/24
                mtu = 1400
                ipv6 = true
                subnet6 = fd00:0:0:2::/64
                peer big-co.lab { }
                egress { default = deny; allow = [169.254.169.254/32, 203.0.113.0/24]; deny = [198.51.100.7/32] }
                raw "netdev/Bridge" { Priority = 9 }
                raw "network/DHCPServer" { BootFilename = "boot.efi" }
              }
              network lab {
                mode = routed
                subnet = 10.64.3.0/24
                ipv6 = true
                subnet6 = fd00:0:0:3::/64
                isolate = true
                peer big-co.front { }
                raw "netdev/Bridge" { Priority = 9 }
                raw "network/DHCPServer" { BootFilename = "boot.efi" }
              }
              expose api { on = build-1; port = udp(6001); to = [big-co] }
              consume big-co.api { on = front; as = "build" }
              raw "slice/Slice" { MemoryZSwapMax = "64M" }
            """;
    private static final String WORKLOADS = """
              container build-1 {
                place = node-a
                cpu { cores = 8; shares = 2048 }
                memory { limit = 4GiB }
                root { size = 60GiB }
                attach lab { mac = 02:00:5e:10:00:0c; ipv4 = 10.64.3.12; ipv6 = static }
                publish udp 6000 -> 6000
                volume root { size = 7GiB; mount = "/srv" }
                uids = 2097152..2162687
              }
              container web {
                image = debian
                place = node-a
                labels { tier = web }
                cpu { cores = 1.5; weight = 200; pin = [2, 3] }
                memory { limit = 2GiB; high = 1GiB }
                io { weight = 150; read = 20MiB; write = 10MiB }
                tasks = 400
                attach eth0 { network = front; mac = 02:00:5e:10:00:0a }
                attach eth1 { network = back; mac = 02:00:5e:10:00:0b; ipv4 = 10.64.1.11 }
                publish tcp 443 -> 8443
                volume cache { size = 5GiB; mount = "/var/cache/web"; read-only = true; reserve = true }
                env { GREETING = "it's \\"50%\\" $HOME\\\\" }
                extensions { sysext = [metrics]; confext = [site, own] }
                services { portable = [ci-agent]; systemd = ["nginx.service"] }
                security {
                  capabilities = [CAP_NET_ADMIN]
                  no-new-privileges = true
                  read-only-root = true
                  syscalls { allow = ["@clock"]; deny = ["@reboot"] }
                  selinux-context = "system_u:system_r:container_t:s0:c1,c2"
                  selinux-apifs-context = "system_u:object_r:container_file_t:s0:c1,c2"
                }
                uids = 1048576..1114111
                raw "nspawn/Exec" { LimitNOFILE = "1024:4096" }
                raw "service/Service" { Nice = 5 }
              }
              machine db {
                image = debian-vm
                place = node-a
                labels { tier = data }
                cpu { cores = 4; weight = 150; pin = [4] }
                memory { limit = 8GiB; high = 7GiB }
                io { weight = 50; read = 40MiB; write = 30MiB }
                tasks = 900
                root { size = 40GiB }
                attach net { network = front; mac = 02:00:5e:10:00:0d; ipv6 = static }
                publish tcp 5432 -> 5432
                volume data { size = 100GiB; mount = "/var/lib/postgresql" }
                extensions { sysext = [metrics]; confext = [site] }
                services { portable = [ci-agent]; systemd = ["postgresql.service"] }
                env { GREETING = "it's \\"50%\\" $HOME\\\\" }
                uids = 3145728..3211263
                cid = 1024
                raw "service/Service" { OOMScoreAdjust = 500 }
              }
            }
            """;
    private static final Fleet FLEET = TestFleet.of(PLATFORM + NETWORKS + WORKLOADS);

    private SampleFleet() {}

    /** Returns the fleet. */
    public static Fleet full() {
        return FLEET;
    }
}
