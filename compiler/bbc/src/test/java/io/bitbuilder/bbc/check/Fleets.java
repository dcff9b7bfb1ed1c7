package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.bind.TestSchema;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Architecture;
import io.bitbuilder.bbc.fleet.Attachment;
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
import io.bitbuilder.bbc.fleet.Root;
import io.bitbuilder.bbc.fleet.Services;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Trust;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.net.Address4;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Small valid fleets; a test changes the block under test. Every block has a distinct place. */
final class Fleets {
    int systemd = Catalogue.NEWEST;
    Set<Subnet4> reserved = new TreeSet<>();
    final List<Host> hosts = new ArrayList<>();
    final List<Pool> pools = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Admit> admits = new ArrayList<>();
    final List<Ceiling> ceilings = new ArrayList<>();
    final List<Tenant> tenants = new ArrayList<>();
    boolean builtin;

    private final Map<String, SourceFile> files = new HashMap<>();
    private int offset;
    private int count;

    static <T> T good(Parsed<T> parsed) {
        return parsed.toOptional().orElseThrow();
    }

    static Subnet4 subnet(String text) {
        return good(Subnet4.parse(text));
    }

    static Size size(String text) {
        return good(Size.parse(text));
    }

    static Quota quota(long cores, String memory) {
        return new Quota(
                Optional.of(new Cpu(cores * 1000)), Optional.of(size(memory)), Optional.empty(), Optional.empty());
    }

    /** One host of 8 cores, 16 GiB and 1 TiB at 192.0.2.10/24, and an image of each form. */
    static Fleets fleet() {
        Fleets fleets = new Fleets();
        fleets.host("node-a", "192.0.2.10");
        fleets.ceilings.add(new Ceiling(
                "standard", Set.of("CAP_NET_RAW"), Set.of("@system-service"), false, fleets.at("platform")));
        fleets.ceilings.add(
                new Ceiling("trusted", Set.of("CAP_NET_RAW", "CAP_SYS_ADMIN"), Set.of(), true, fleets.at("platform")));
        fleets.pools.add(new Pool(
                "subnets4",
                Optional.of(subnet("10.64.0.0/10")),
                Optional.empty(),
                Optional.of(24L),
                Optional.empty(),
                fleets.at("platform")));
        return fleets;
    }

    Fleets host(String name, String address) {
        Percent whole = new Percent(10_000);
        hosts.add(new Host(
                name,
                new Cpu(8000),
                size("16GiB"),
                size("1TiB"),
                "enp1s0",
                new InterfaceAddress(good(Address4.parse(address)), 24),
                Architecture.X86_64,
                new Host.Overcommit(whole, whole, whole),
                at("platform")));
        return this;
    }

    Fleets admit(String tenant, Trust trust, Quota quota) {
        admits.add(new Admit(
                tenant, Optional.empty(), "main", trust, Optional.of(quota), Optional.empty(), at("platform")));
        return this;
    }

    Fleets extension(String name, ExtensionType type) {
        extensions.add(new Extension(
                name, type, new ImageSource(ImageSource.Form.DIRECTORY, "/x"), Optional.empty(), at("platform")));
        return this;
    }

    Fleets tenant(String name, Consumer<TenantMaker> make) {
        TenantMaker maker = new TenantMaker(name);
        make.accept(maker);
        tenants.add(new Tenant(
                name,
                maker.id,
                true,
                maker.quota,
                maker.networks,
                maker.containers,
                maker.machines,
                maker.expose,
                maker.consume,
                List.of(),
                at(name)));
        return this;
    }

    Fleet build() {
        List<Image> images = List.of(
                new Image("tree", new ImageSource(ImageSource.Form.DIRECTORY, "/images/tree"), at("platform")),
                new Image("disk", new ImageSource(ImageSource.Form.RAW, "/images/disk.raw"), at("platform")));
        return new Fleet(
                new Platform(
                        "p",
                        systemd,
                        reserved,
                        hosts,
                        pools,
                        images,
                        extensions,
                        admits,
                        ceilings,
                        builtin,
                        at("platform")),
                tenants);
    }

    /** A new place in the file of an owner. */
    Origins at(String owner) {
        return at(owner, new Subject(owner.equals("platform") ? "platform" : "tenant", owner, ""));
    }

    private Origins at(String owner, Subject subject) {
        boolean platform = owner.equals("platform");
        SourceFile file = files.computeIfAbsent(
                owner,
                o -> platform
                        ? new SourceFile("platform/p.bbc", Owner.PLATFORM, " ".repeat(1000))
                        : new SourceFile("tenants/" + o + "/t.bbc", new Owner.Tenant(o), " ".repeat(1000)));
        offset++;
        return new Origins(new Origin(new Span(file, offset, offset), subject), TestSchema.paths(), Map.of());
    }

    /** Blocks of one tenant. */
    final class TenantMaker {
        private final String name;
        Optional<String> id = Optional.empty();
        Optional<Quota> quota = Optional.empty();
        private final List<Network> networks = new ArrayList<>();
        private final List<Container> containers = new ArrayList<>();
        private final List<Machine> machines = new ArrayList<>();
        private final List<Expose> expose = new ArrayList<>();
        private final List<Consume> consume = new ArrayList<>();

        private TenantMaker(String name) {
            this.name = name;
        }

        TenantMaker expose(String offer, String on, int port, String... to) {
            expose.add(new Expose(offer, on, new ProtoPort(Proto.TCP, port), Set.of(to), Fleets.this.at(name)));
            return this;
        }

        TenantMaker consume(String offer, String on, Optional<String> as) {
            consume.add(new Consume(good(OfferName.parse(offer)), on, as, Fleets.this.at(name)));
            return this;
        }

        TenantMaker network(String network, String subnet) {
            return network(network, subnet, NetworkMode.NAT, Optional.empty(), Optional.empty());
        }

        TenantMaker network(
                String network, String subnet, NetworkMode mode, Optional<IntRange> dhcp, Optional<Subnet6> subnet6) {
            networks.add(new Network(
                    network,
                    mode,
                    subnet(subnet),
                    subnet6.isPresent(),
                    subnet6,
                    new Network.Dhcp(dhcp),
                    List.of(),
                    false,
                    List.of(),
                    at("network", network)));
            return this;
        }

        private Origins at(String kind, String block) {
            return Fleets.this.at(name, new Subject(kind, name + "/" + block, ""));
        }

        TenantMaker container(String container, Consumer<WorkMaker> make) {
            WorkMaker w = new WorkMaker(name);
            make.accept(w);
            containers.add(new Container(
                    container,
                    w.image.or(() -> Optional.of("tree")),
                    w.place,
                    w.cpu,
                    w.memory,
                    Optional.empty(),
                    w.root,
                    w.network,
                    w.attach,
                    w.publish,
                    w.volumes,
                    Map.of(),
                    w.extensions,
                    new Services(List.of(), List.of()),
                    new Container.Security(w.capabilities, false, false, new Container.Syscalls(w.allow, w.deny)),
                    w.uids,
                    List.of(),
                    at("container", container)));
            return this;
        }

        TenantMaker machine(String machine, Consumer<WorkMaker> make) {
            WorkMaker w = new WorkMaker(name);
            make.accept(w);
            machines.add(new Machine(
                    machine,
                    w.image.or(() -> Optional.of("disk")),
                    w.place,
                    w.cpu,
                    w.memory,
                    Optional.empty(),
                    w.root,
                    w.attach,
                    w.publish,
                    w.volumes,
                    w.extensions,
                    new Services(List.of(), List.of()),
                    w.cid,
                    List.of(),
                    at("machine", machine)));
            return this;
        }
    }

    /** Fields of one workload; valid as they are. */
    final class WorkMaker {
        private final String tenant;
        Optional<String> image = Optional.empty();
        String place = "node-a";
        CpuShare cpu = new CpuShare(new Cpu(1000), Optional.empty(), Optional.empty(), Set.of());
        MemoryLimits memory = new MemoryLimits(size("1GiB"), Optional.empty());
        Root root = new Root(Optional.empty());
        WorkloadNetwork network = WorkloadNetwork.PRIVATE;
        Extensions extensions = new Extensions(List.of(), List.of());
        Set<String> capabilities = Set.of();
        Set<String> allow = Set.of();
        Set<String> deny = Set.of();
        IntRange uids;
        long cid = 1024 + count;
        final List<Attachment> attach = new ArrayList<>();
        private final List<Publish> publish = new ArrayList<>();
        private final List<Volume> volumes = new ArrayList<>();

        private WorkMaker(String tenant) {
            this.tenant = tenant;
            count++;
            uids = new IntRange(65536L * (16 + count), 65536L * (17 + count) - 1);
        }

        WorkMaker attach(String network, String address) {
            return attach(network, address, "02:00:00:00:01:" + String.format(java.util.Locale.ROOT, "%02x", ++offset));
        }

        WorkMaker attach(String network, String address, String mac) {
            attach.add(new Attachment(
                    network + (attach.isEmpty() ? "" : attach.size()),
                    network,
                    good(Mac.parse(mac)),
                    new Attachment.Assign4(Assignment.DHCP, Optional.of(good(Address4.parse(address)))),
                    new Attachment.Assign6(Assignment.DISABLED, Optional.empty()),
                    at(tenant)));
            return this;
        }

        WorkMaker publish(int host, int guest) {
            publish.add(new Publish(Proto.TCP, host, guest, at(tenant)));
            return this;
        }

        WorkMaker volume(String name, String size, String mount) {
            volumes.add(new Volume(name, size(size), mount, false, at(tenant)));
            return this;
        }
    }
}
