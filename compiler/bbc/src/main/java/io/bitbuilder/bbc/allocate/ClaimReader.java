package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Claims;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.PlacementRules;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.fleet.Root;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the claims of all tenants from the program. */
final class ClaimReader {
    private final Block platform;
    private final List<PlacementRequest> requests = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private ClaimReader(Block platform) {
        this.platform = platform;
    }

    static Claims read(Program program) {
        ClaimReader reader = new ClaimReader(program.platform());
        program.tenants().forEach(reader::tenant);
        Map<BlockPath, List<BlockPath>> peers = PeerReader.peers(program);
        return new Claims(reader.requests, reader.claims, peers, PeerReader.joined(peers));
    }

    private void tenant(Block tenant) {
        tenant.blocks("network").forEach(this::network);
        for (Block container : tenant.blocks("container")) {
            workload(tenant, container, false);
        }
        for (Block machine : tenant.blocks("machine")) {
            claim(machine, ClaimField.CID, Optional.of(path(tenant, machine)));
            workload(tenant, machine, true);
        }
    }

    private void network(Block network) {
        claim(network, ClaimField.SUBNET, Optional.empty());
        if (network.plan("ipv6", Boolean.class).orElse(false)) {
            claim(network, ClaimField.SUBNET6, Optional.empty());
        }
    }

    private static BlockPath path(Block tenant, Block block) {
        return new BlockPath(tenant.name(), block.name());
    }

    private void workload(Block tenant, Block workload, boolean machine) {
        claim(workload, ClaimField.UIDS, Optional.empty());
        claims.add(Claim.auto(workload.claim(ClaimField.DATA), Optional.empty(), workload.span()));
        workload.blocks("volume")
                .forEach(v -> claims.add(Claim.auto(v.claim(ClaimField.DATA), Optional.empty(), v.span())));
        List<BlockPath> networks = new ArrayList<>();
        for (Block attachment : workload.blocks("attach")) {
            claim(attachment, ClaimField.MAC, Optional.empty());
            attachment.plan("network", String.class).ifPresent(name -> {
                BlockPath network = new BlockPath(tenant.name(), name);
                networks.add(network);
                claim(attachment, ClaimField.IPV4, Optional.of(network));
                claim(attachment, ClaimField.IPV6, Optional.of(network));
            });
        }
        List<PlacementRequest.HostPort> ports = new ArrayList<>();
        for (Block publish : workload.blocks("publish")) {
            boolean udp =
                    publish.plan("proto", String.class).filter("udp"::equals).isPresent();
            claim(publish, ClaimField.HOST, Optional.of(path(tenant, workload)))
                    .ifPresent(n -> ports.add(new PlacementRequest.HostPort(udp ? Proto.UDP : Proto.TCP, n)));
        }
        requests.add(demand(
                path(tenant, workload),
                workload,
                storage(workload, machine),
                architecture(tenant, workload),
                networks,
                ports));
    }

    /** Returns the architecture of the image that the workload or its admission names. */
    private Optional<String> architecture(Block tenant, Block workload) {
        return workload.plan("image", String.class)
                .or(() -> platform.block("admit", tenant.name()).flatMap(a -> a.plan("image", String.class)))
                .flatMap(name -> platform.block("image", name))
                .flatMap(image -> image.plan("architecture", String.class));
    }

    private static PlacementRequest demand(
            BlockPath path,
            Block workload,
            long storage,
            Optional<String> architecture,
            List<BlockPath> networks,
            List<PlacementRequest.HostPort> ports) {
        Optional<String> place =
                workload.late("place") instanceof io.bitbuilder.bbc.resolve.AllocationRequest.Pinned(Value value)
                                && value instanceof Value.Ref(String kind, String host)
                        ? Optional.of(host)
                        : Optional.empty();
        return new PlacementRequest(
                path,
                place,
                workload.plan("cpu.cores", Cpu.class).map(Cpu::millis).orElse(0L),
                workload.plan("memory.limit", Size.class).map(Size::bytes).orElse(0L),
                storage,
                architecture,
                networks,
                ports,
                rules(path, workload),
                workload.span("place"));
    }

    private static PlacementRules rules(BlockPath path, Block workload) {
        Map<String, String> on = new TreeMap<>();
        if (workload.plan(PlacementRules.ON).orElse(Value.NONE) instanceof Value.Entries(var labels)) {
            labels.forEach((label, value) -> on.put(label, ValueFormatter.text(value)));
        }
        List<BlockPath> apart = new ArrayList<>();
        if (workload.plan(PlacementRules.APART_FROM).orElse(Value.NONE) instanceof Value.Members(var members)) {
            for (Value member : members) {
                if (member instanceof Value.Ref(String kind, String name)) {
                    apart.add(new BlockPath(path.tenant(), name));
                }
            }
        }
        return new PlacementRules(on, apart, workload.plan(PlacementRules.SPREAD, String.class));
    }

    private static long storage(Block workload, boolean machine) {
        long bytes = Root.bytes(workload.plan("root.size", Size.class), machine);
        for (Block volume : workload.blocks("volume")) {
            long size = volume.plan("size", Size.class).map(Size::bytes).orElse(0L);
            bytes = bytes > Long.MAX_VALUE - size ? Long.MAX_VALUE : bytes + size;
        }
        return bytes;
    }

    /** Adds the claim of a late field; returns its number if one was written. */
    private Optional<Integer> claim(Block block, ClaimField field, Optional<BlockPath> scope) {
        ClaimPath path = block.claim(field);
        Span span = block.span(field.word());
        return switch (block.late(field.word())) {
            case io.bitbuilder.bbc.resolve.AllocationRequest.Auto a -> {
                claims.add(Claim.auto(path, scope, span));
                yield Optional.empty();
            }
            case io.bitbuilder.bbc.resolve.AllocationRequest.Pinned(Value value) -> {
                Optional<Grant> grant = grant(value, scope);
                grant.ifPresent(g -> claims.add(Claim.pinned(path, scope, g, span)));
                yield grant.flatMap(g -> g instanceof Grant.Number(long n) ? Optional.of((int) n) : Optional.empty());
            }
            case io.bitbuilder.bbc.resolve.AllocationRequest.Nothing n -> Optional.empty();
            case io.bitbuilder.bbc.resolve.AllocationRequest.Broken b -> Optional.empty();
        };
    }

    private static Optional<Grant> grant(Value value, Optional<BlockPath> scope) {
        return switch (value) {
            case Value.Scalar(Subnet4 subnet) -> Optional.of(new Grant.Range4(subnet));
            case Value.Scalar(Subnet6 subnet) -> Optional.of(new Grant.Range6(subnet));
            case Value.Scalar(IntRange range) -> Optional.of(new Grant.NumberRange(range));
            case Value.Scalar(Mac mac) -> Optional.of(new Grant.MacAddress(mac));
            case Value.Scalar(Address address) -> Optional.of(new Grant.PinnedAddress(address));
            case Value.Scalar(Long number) -> Optional.of(new Grant.Number(number));
            case Value.Constructed(String function, Value.Scalar(Long n))
            when function.equals("offset") -> scope.map(network -> new Grant.Position(network, n));
            default -> Optional.empty();
        };
    }
}
