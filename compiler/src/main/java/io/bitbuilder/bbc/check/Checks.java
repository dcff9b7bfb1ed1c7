package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs all rules in sequence: one run finds all independent mistakes. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new PoolFields(),
            new HostAddresses(),
            new CeilingNames(),
            new TenantIds(),
            new PlainTexts(),
            new MachineNames(),
            new InterfaceNamesOnce(),
            new TenantQuota(),
            new AdmittedQuota(),
            new HostCapacity(),
            new MemoryHigh(),
            new CpuScales(),
            new WholeCores(),
            new PinnedProcessors(),
            new SystemdVersion(),
            new NetworkSize(),
            new SpecialRanges(),
            new NetworkOverlap(),
            new DhcpRange(),
            new OneTap(),
            new HostNetwork(),
            new PublishReach(),
            new OfferReach(),
            new OffersConsumed(),
            new OfferNames(),
            new AttachmentFamilies(),
            new AddressPlaces(),
            new AddressesOnce(),
            new MacForm(),
            new MacsOnce(),
            new CidsOnce(),
            new HostPorts(),
            new UidRanges(),
            new UidOverlap(),
            new CapabilityCeiling(),
            new SyscallCeiling(),
            new SyscallContradiction(),
            new ImagePresence(),
            new ExtensionTypes(),
            new RawDirectives(),
            new VolumeMounts(),
            new SystemMounts(),
            new ReadOnlyMounts());

    private Checks() {}

    /**
     * Runs all rules.
     *
     * @param standIns claims whose grant is a stand-in ({@code Grants.failed}): consequences are not reported
     * @param precedence precedence between conflicting claims
     */
    public static void run(Fleet fleet, Set<ClaimPath> standIns, Precedence precedence, Findings findings) {
        run(Scope.of(fleet, standIns, precedence, findings, new HashSet<>()));
    }

    /** Returns the precedence of what the base revision claims. */
    public static Precedence precedence(Fleet base) {
        Set<String> claims = new HashSet<>();
        run(Scope.of(base, Set.of(), Precedence.NONE, new Findings(), claims));
        return new Precedence(base.tenants().stream().map(Tenant::name).collect(Collectors.toSet()), claims);
    }

    private static void run(Scope scope) {
        ALL.forEach(check -> check.run(scope));
    }
}
