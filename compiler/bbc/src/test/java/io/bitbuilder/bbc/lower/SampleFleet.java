package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.bind.TestSchema;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Architecture;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Attachment.Assign4;
import io.bitbuilder.bbc.fleet.Attachment.Assign6;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.CpuShare;
import io.bitbuilder.bbc.fleet.Expose;
import io.bitbuilder.bbc.fleet.Extension;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.Extensions;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Image;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.MemoryLimits;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.fleet.ProtoPort;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.Root;
import io.bitbuilder.bbc.fleet.Services;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Trust;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.OfferName;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A fleet in which every field is set to something: one host, one tenant with a dash in its name, two containers, a
 * machine and three networks, one of each mode; one of them consumes what the tenant itself offers.
 */
public final class SampleFleet {
    private static final SourceFile FILE = new SourceFile("fleet.bbc", Owner.PLATFORM, "sample\n");
    private static final Origins AT = new Origins(
            new Origin(new Span(FILE, 0, 6), new Subject("platform", "sample", "")), TestSchema.paths(), Map.of());

    private SampleFleet() {}

    /** The fleet. */
    public static Fleet full() {
        return new Fleet(platform(List.of(host("node-a"))), List.of(tenant("big-co", 0)));
    }

    /** Many tenants with five workloads each, spread over hosts of a hundred tenants. */
    public static Fleet many(int tenants) {
        List<Host> hosts = IntStream.rangeClosed(0, tenants / 100)
                .mapToObj(i -> host("node-" + i))
                .toList();
        List<Tenant> all = new ArrayList<>();
        for (int i = 0; i < tenants; i++) {
            Tenant base = tenant("t" + i, i);
            String place = "node-" + i / 100;
            List<Container> containers = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                containers.add(web("web" + n, place, i));
            }
            all.add(new Tenant(
                    base.name(),
                    base.id(),
                    true,
                    base.quota(),
                    base.networks(),
                    containers,
                    List.of(machine("db", place)),
                    List.of(),
                    List.of(),
                    List.of(),
                    AT));
        }
        return new Fleet(platform(hosts), all);
    }

    static Tenant tenant(String name, int n) {
        return new Tenant(
                name,
                Optional.of("id-" + n),
                true,
                Optional.of(new Quota(
                        Optional.of(new Cpu(8000)), Optional.of(gib(16)), Optional.of(gib(200)), Optional.of(9000L))),
                List.of(
                        network("back", NetworkMode.BRIDGE, 1),
                        network("front", NetworkMode.NAT, 2),
                        network("lab", NetworkMode.ROUTED, 3)),
                List.of(build("node-a"), web("web", "node-a", n)),
                List.of(machine("db", "node-a")),
                List.of(new Expose("api", "build-1", new ProtoPort(Proto.UDP, 6001), Set.of(name), AT)),
                List.of(new Consume(new OfferName(name, "api"), "front", Optional.of("build"), AT)),
                List.of(raw("slice/Slice", "MemoryZSwapMax", "64M")),
                AT);
    }

    private static Platform platform(List<Host> hosts) {
        return new Platform(
                "sample",
                Catalogue.NEWEST,
                Set.of(subnet("10.0.0.0/24")),
                hosts,
                List.of(new Pool(
                        "ports",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new IntRange(20000, 29999)),
                        AT)),
                List.of(
                        new Image(
                                "debian", new ImageSource(ImageSource.Form.DIRECTORY, "/var/lib/machines/debian"), AT),
                        new Image(
                                "debian-vm",
                                new ImageSource(ImageSource.Form.RAW, "/var/lib/machines/debian.raw"),
                                AT)),
                List.of(
                        new Extension(
                                "metrics",
                                ExtensionType.SYSEXT,
                                new ImageSource(ImageSource.Form.RAW, "/srv/ext/metrics.raw"),
                                Optional.of("1"),
                                AT),
                        new Extension(
                                "site",
                                ExtensionType.CONFEXT,
                                new ImageSource(ImageSource.Form.DIRECTORY, "/srv/ext/site"),
                                Optional.of("2"),
                                AT)),
                List.of(new Admit(
                        "big-co",
                        Optional.of("https://git.example/big-co"),
                        "main",
                        Trust.STANDARD,
                        Optional.of(new Quota(
                                Optional.of(new Cpu(9000)),
                                Optional.of(gib(20)),
                                Optional.of(gib(300)),
                                Optional.of(9500L))),
                        Optional.of("debian"),
                        AT)),
                List.of(new Ceiling("standard", Set.of("CAP_NET_ADMIN"), Set.of("@clock"), false, AT)),
                false,
                AT);
    }

    private static Host host(String name) {
        return new Host(
                name,
                new Cpu(64_000),
                gib(256),
                gib(4096),
                "enp1s0",
                new InterfaceAddress(address("192.0.2.10"), 24),
                Architecture.X86_64,
                new Host.Overcommit(new Percent(15_000), new Percent(10_000), new Percent(10_000)),
                AT);
    }

    private static Network network(String name, NetworkMode mode, int n) {
        boolean six = mode != NetworkMode.BRIDGE;
        return new Network(
                name,
                mode,
                subnet("10.64." + n + ".0/24"),
                six,
                six ? Optional.of(subnet6("fd00:0:0:" + n + "::/64")) : Optional.empty(),
                new Network.Dhcp(Optional.of(new IntRange(100, 199))),
                mode == NetworkMode.BRIDGE ? List.of(address("192.0.2.53")) : List.of(),
                mode == NetworkMode.ROUTED,
                List.of(raw("netdev/Bridge", "Priority", "9"), raw("network/DHCPServer", "BootFilename", "boot.efi")),
                AT);
    }

    private static Container web(String name, String place, int n) {
        return new Container(
                name,
                Optional.of("debian"),
                place,
                new CpuShare(new Cpu(1500), Optional.of(200L), Optional.empty(), Set.of(2L, 3L)),
                new MemoryLimits(gib(2), Optional.of(gib(1))),
                Optional.of(400L),
                new Root(Optional.empty()),
                WorkloadNetwork.PRIVATE,
                List.of(
                        attachment("eth0", "front", 10, Assignment.DHCP, false),
                        attachment("eth1", "back", 11, Assignment.DHCP, false)),
                List.of(new Publish(Proto.TCP, 443, 8443, AT)),
                List.of(new Volume("cache", gib(5), "/var/cache/web", true, AT)),
                Map.of("GREETING", "it's \"50%\" $HOME\\"),
                new Extensions(List.of("metrics"), List.of("site", "own")),
                new Services(List.of("ci-agent"), List.of("nginx.service")),
                new Container.Security(
                        Set.of("CAP_NET_ADMIN"),
                        true,
                        true,
                        new Container.Syscalls(Set.of("@clock"), Set.of("@reboot"))),
                new IntRange(1048576 + n * 65536L, 1048576 + n * 65536L + 65535),
                List.of(raw("nspawn/Exec", "LimitNOFILE", "1024:4096"), raw("service/Service", "Nice", "5")),
                AT);
    }

    private static Container build(String place) {
        return new Container(
                "build-1",
                Optional.empty(),
                place,
                new CpuShare(new Cpu(8000), Optional.empty(), Optional.of(2048L), Set.of()),
                new MemoryLimits(gib(4), Optional.empty()),
                Optional.empty(),
                new Root(Optional.of(gib(60))),
                WorkloadNetwork.PRIVATE,
                List.of(attachment("lab", "lab", 12, Assignment.STATIC, true)),
                List.of(new Publish(Proto.UDP, 6000, 6000, AT)),
                List.of(new Volume("root", gib(7), "/srv", false, AT)),
                Map.of(),
                new Extensions(List.of(), List.of()),
                new Services(List.of(), List.of()),
                new Container.Security(Set.of(), false, false, new Container.Syscalls(Set.of(), Set.of())),
                new IntRange(2097152, 2097152 + 65535),
                List.of(),
                AT);
    }

    private static Machine machine(String name, String place) {
        return new Machine(
                name,
                Optional.of("debian-vm"),
                place,
                new CpuShare(new Cpu(4000), Optional.of(150L), Optional.empty(), Set.of(4L)),
                new MemoryLimits(gib(8), Optional.of(gib(7))),
                Optional.of(900L),
                new Root(Optional.of(gib(40))),
                List.of(attachment("net", "front", 13, Assignment.DHCP, true)),
                List.of(new Publish(Proto.TCP, 5432, 5432, AT)),
                List.of(new Volume("data", gib(100), "/var/lib/postgresql", false, AT)),
                new Extensions(List.of("metrics"), List.of("site")),
                new Services(List.of("ci-agent"), List.of("postgresql.service")),
                1024,
                List.of(raw("service/Service", "OOMScoreAdjust", "500")),
                AT);
    }

    private static Raw raw(String target, String key, String value) {
        return new Raw(
                target, Map.of(key, new Raw.Lines(List.of(value), AT.block().span())), AT);
    }

    private static Attachment attachment(String name, String network, int n, Assignment four, boolean six) {
        int third = network.equals("back") ? 1 : network.equals("front") ? 2 : 3;
        return new Attachment(
                name,
                network,
                new Mac(0x02005e100000L + n),
                new Assign4(four, Optional.of(address("10.64." + third + "." + n))),
                six
                        ? new Assign6(Assignment.STATIC, Optional.of(new Address6(0xfd00_0000_0000_0000L + third, n)))
                        : new Assign6(Assignment.DISABLED, Optional.empty()),
                AT);
    }

    private static Size gib(long n) {
        return new Size(n << 30);
    }

    private static Address4 address(String text) {
        return good(Address4.parse(text));
    }

    private static Subnet4 subnet(String text) {
        return good(Subnet4.parse(text));
    }

    private static Subnet6 subnet6(String text) {
        return good(Subnet6.parse(text));
    }

    private static <T> T good(Parsed<T> parsed) {
        return parsed.toOptional().orElseThrow();
    }
}
