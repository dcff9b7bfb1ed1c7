package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Extension;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Trust;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Input and output of a rule, with the platform's blocks by name.
 *
 * @param partial whether there are errors already: blocks with mistakes were left out, so absence proves nothing; the
 *     suppressor of findings only knows what reading damaged, not which block the binding left out
 * @param placeholders those of {@code standIns} whose value is invented, not written by the tenant
 * @param claims collects the claims
 */
public record CheckScope(
        Fleet fleet,
        Set<ClaimPath> standIns,
        Set<ClaimPath> placeholders,
        ClaimPrecedence precedence,
        Findings findings,
        boolean partial,
        Set<ClaimedValue> claims,
        Map<String, Host> hosts,
        Map<String, Admit> admits,
        Map<String, Extension> extensions) {
    public static CheckScope of(
            Fleet fleet,
            Set<ClaimPath> standIns,
            Set<ClaimPath> placeholders,
            ClaimPrecedence precedence,
            Findings findings,
            Set<ClaimedValue> claims) {
        Platform platform = fleet.platform();
        return new CheckScope(
                fleet,
                standIns,
                placeholders,
                precedence,
                findings,
                findings.hasErrors(),
                claims,
                byName(platform.hosts(), Host::name),
                byName(platform.admits(), Admit::name),
                byName(platform.extensions(), Extension::name));
    }

    private static <T> Map<String, T> byName(List<T> blocks, Function<T, String> name) {
        return blocks.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> a));
    }

    public Optional<Host> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    public Optional<Extension> extension(String name) {
        return Optional.ofNullable(extensions.get(name));
    }

    public Optional<Admit> admit(Tenant tenant) {
        return Optional.ofNullable(admits.get(tenant.name()));
    }

    public Trust trustOf(Tenant tenant) {
        return admit(tenant).map(Admit::trust).orElse(Trust.STANDARD);
    }

    /** Returns whether the tenant's admission or its ceiling was left out because of a mistake. */
    public boolean isTrustUnknown(Tenant tenant) {
        boolean noAdmit = !admits.isEmpty() && admit(tenant).isEmpty();
        return partial && (noAdmit || ceilingOf(tenant).isEmpty());
    }

    /** Returns the ceiling of the tenant's trust; empty when the platform declares none. */
    public Optional<Ceiling> ceilingOf(Tenant tenant) {
        String name = CeilingNames.nameOf(trustOf(tenant));
        return platform().ceilings().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Platform platform() {
        return fleet.platform();
    }

    public void report(Finding finding) {
        findings.add(finding);
    }

    public void eachNetwork(BiConsumer<Tenant, Network> use) {
        fleet.tenants().forEach(tenant -> tenant.networks().forEach(network -> use.accept(tenant, network)));
    }

    public void eachWorkload(BiConsumer<Tenant, Workload> use) {
        fleet.tenants().forEach(tenant -> tenant.workloads().forEach(workload -> use.accept(tenant, workload)));
    }

    public void eachContainer(BiConsumer<Tenant, Container> use) {
        fleet.tenants().forEach(tenant -> tenant.containers().forEach(container -> use.accept(tenant, container)));
    }

    public void eachMachine(BiConsumer<Tenant, Machine> use) {
        fleet.tenants().forEach(tenant -> tenant.machines().forEach(machine -> use.accept(tenant, machine)));
    }

    /** Returns whether the grant of a block's own claim is a stand-in, from which nothing follows. */
    public boolean isStandIn(Tenant tenant, String block, ClaimField field) {
        return standIns.contains(ClaimPath.of(new BlockPath(tenant.name(), block), field));
    }

    /** Returns whether the value of a block's own claim is invented, so that nothing can be said about it. */
    public boolean isPlaceholder(Tenant tenant, String block, ClaimField field) {
        return placeholders.contains(ClaimPath.of(new BlockPath(tenant.name(), block), field));
    }

    /** Returns whether the grant of a member's claim is a stand-in, from which nothing follows. */
    public boolean isStandIn(Tenant tenant, String block, ClaimMember member, ClaimField field) {
        return standIns.contains(ClaimPath.of(new BlockPath(tenant.name(), block), member, field));
    }

    /** Collects a claim for the precedence of later revisions. */
    void claimed(Claimant claimant, Object value) {
        claims.add(new ClaimedValue(claimant.subject(), value));
    }

    /** Returns the order of precedence between claims, each with its holder and its value. */
    <C> Comparator<C> order(Function<C, Claimant> holder, Function<C, Object> value) {
        return Comparator.comparingInt((C claim) -> precedence.rank(holder.apply(claim), value.apply(claim)))
                .thenComparing(claim -> holder.apply(claim).span())
                .thenComparing(claim -> holder.apply(claim).title());
    }

    /** Returns whether the host is the built-in one, of unknown size. */
    public static boolean isUndescribed(Host host) {
        return isStd(host.at());
    }

    /** Returns whether the standard library wrote the block. */
    public static boolean isStd(Origins at) {
        return at.block().span().file().owner() instanceof Owner.Std;
    }

    public static String title(Tenant tenant, Workload workload) {
        return switch (workload) {
                    case Container c -> "container ";
                    case Machine m -> "machine ";
                }
                + tenant.name() + "." + workload.name();
    }

    public static String title(Tenant tenant, Network network) {
        return "network " + tenant.name() + "." + network.name();
    }
}
