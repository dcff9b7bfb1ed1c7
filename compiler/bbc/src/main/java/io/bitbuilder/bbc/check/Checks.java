package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.check.kit.CeilingNames;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.check.kit.ClaimedValue;
import io.bitbuilder.bbc.check.network.AttachmentFamilies;
import io.bitbuilder.bbc.check.network.DuplicateAddresses;
import io.bitbuilder.bbc.check.network.DuplicateCids;
import io.bitbuilder.bbc.check.network.DuplicateHostAddresses;
import io.bitbuilder.bbc.check.network.DuplicateInterfaceNames;
import io.bitbuilder.bbc.check.network.DuplicateMacs;
import io.bitbuilder.bbc.check.network.DuplicatePorts;
import io.bitbuilder.bbc.check.network.EgressRanges;
import io.bitbuilder.bbc.check.network.GuestInterfaceNames;
import io.bitbuilder.bbc.check.network.HostNetworkAccess;
import io.bitbuilder.bbc.check.network.ModeConsent;
import io.bitbuilder.bbc.check.network.NameServers;
import io.bitbuilder.bbc.check.network.NetworkMtu;
import io.bitbuilder.bbc.check.network.NetworkOverlap;
import io.bitbuilder.bbc.check.network.NetworkSize;
import io.bitbuilder.bbc.check.network.OfferNames;
import io.bitbuilder.bbc.check.network.OfferReachability;
import io.bitbuilder.bbc.check.network.OffersConsumed;
import io.bitbuilder.bbc.check.network.PeerRoutes;
import io.bitbuilder.bbc.check.network.Peers;
import io.bitbuilder.bbc.check.network.PublishReachability;
import io.bitbuilder.bbc.check.network.PublishedPorts;
import io.bitbuilder.bbc.check.network.ReservedAddresses;
import io.bitbuilder.bbc.check.network.ReservedPoolPorts;
import io.bitbuilder.bbc.check.network.SingleAttachment;
import io.bitbuilder.bbc.check.network.SpecialRanges;
import io.bitbuilder.bbc.check.network.SubnetConsent;
import io.bitbuilder.bbc.check.network.UnicastMacs;
import io.bitbuilder.bbc.check.network.UnusedEgress;
import io.bitbuilder.bbc.check.network.UnusedNetworks;
import io.bitbuilder.bbc.check.network.UnusedSubnet6;
import io.bitbuilder.bbc.check.raw.RawDirectives;
import io.bitbuilder.bbc.check.resource.AdmittedQuota;
import io.bitbuilder.bbc.check.resource.CpuScales;
import io.bitbuilder.bbc.check.resource.DuplicateData;
import io.bitbuilder.bbc.check.resource.ExtensionTypes;
import io.bitbuilder.bbc.check.resource.FormerNames;
import io.bitbuilder.bbc.check.resource.HostOvercommit;
import io.bitbuilder.bbc.check.resource.ImageArchitectures;
import io.bitbuilder.bbc.check.resource.ImagePresence;
import io.bitbuilder.bbc.check.resource.MachineNames;
import io.bitbuilder.bbc.check.resource.MemoryHigh;
import io.bitbuilder.bbc.check.resource.MissingHost;
import io.bitbuilder.bbc.check.resource.PinnedProcessors;
import io.bitbuilder.bbc.check.resource.PoolFields;
import io.bitbuilder.bbc.check.resource.ReadOnlyMounts;
import io.bitbuilder.bbc.check.resource.SystemMounts;
import io.bitbuilder.bbc.check.resource.SystemdVersion;
import io.bitbuilder.bbc.check.resource.TenantIds;
import io.bitbuilder.bbc.check.resource.TenantQuota;
import io.bitbuilder.bbc.check.resource.VolumeCount;
import io.bitbuilder.bbc.check.resource.VolumeMounts;
import io.bitbuilder.bbc.check.resource.WholeCores;
import io.bitbuilder.bbc.check.security.CapabilityCeiling;
import io.bitbuilder.bbc.check.security.CommandLines;
import io.bitbuilder.bbc.check.security.HostNetworkCapabilities;
import io.bitbuilder.bbc.check.security.NeededSyscalls;
import io.bitbuilder.bbc.check.security.SingleLineStrings;
import io.bitbuilder.bbc.check.security.StringSizes;
import io.bitbuilder.bbc.check.security.SyscallCeiling;
import io.bitbuilder.bbc.check.security.SyscallContradiction;
import io.bitbuilder.bbc.check.security.UidOverlap;
import io.bitbuilder.bbc.check.security.UidRanges;
import io.bitbuilder.bbc.check.security.UnusedRepositoryFields;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs all rules in sequence: one run finds all independent mistakes. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new PoolFields(),
            new DuplicateHostAddresses(),
            new CeilingNames(),
            new TenantIds(),
            new FormerNames(),
            new DuplicateData(),
            new SingleLineStrings(),
            new StringSizes(),
            new CommandLines(),
            new MachineNames(),
            new DuplicateInterfaceNames(),
            new GuestInterfaceNames(),
            new MissingHost(),
            new TenantQuota(),
            new AdmittedQuota(),
            new HostOvercommit(),
            new MemoryHigh(),
            new CpuScales(),
            new WholeCores(),
            new PinnedProcessors(),
            new SystemdVersion(),
            new NetworkSize(),
            new SpecialRanges(),
            new NetworkOverlap(),
            new SubnetConsent(),
            new ModeConsent(),
            new UnusedSubnet6(),
            new NameServers(),
            new NetworkMtu(),
            new EgressRanges(),
            new UnusedEgress(),
            new UnusedNetworks(),
            new SingleAttachment(),
            new HostNetworkAccess(),
            new PublishReachability(),
            new OfferReachability(),
            new OffersConsumed(),
            new OfferNames(),
            new Peers(),
            new PeerRoutes(),
            new AttachmentFamilies(),
            new ReservedAddresses(),
            new DuplicateAddresses(),
            new UnicastMacs(),
            new DuplicateMacs(),
            new DuplicateCids(),
            new DuplicatePorts(),
            new PublishedPorts(),
            new ReservedPoolPorts(),
            new UidRanges(),
            new UnusedRepositoryFields(),
            new UidOverlap(),
            new CapabilityCeiling(),
            new HostNetworkCapabilities(),
            new SyscallCeiling(),
            new SyscallContradiction(),
            new NeededSyscalls(),
            new ImagePresence(),
            new ImageArchitectures(),
            new ExtensionTypes(),
            new RawDirectives(),
            new VolumeCount(),
            new VolumeMounts(),
            new SystemMounts(),
            new ReadOnlyMounts());

    private Checks() {}

    /**
     * Runs all rules.
     *
     * @param standIns claims whose grant is a stand-in ({@code Grants.failed}): consequences are not reported
     * @param placeholders those whose value is invented ({@code Grants.placeholders})
     * @param precedence precedence between conflicting claims
     */
    public static void run(
            Fleet fleet,
            Set<ClaimPath> standIns,
            Set<ClaimPath> placeholders,
            ClaimPrecedence precedence,
            Findings findings) {
        run(CheckScope.of(fleet, standIns, placeholders, precedence, findings, new HashSet<>()));
    }

    /** Returns the precedence of the claims of the base revision. */
    public static ClaimPrecedence precedence(Fleet base) {
        Set<ClaimedValue> claims = new HashSet<>();
        run(CheckScope.of(base, Set.of(), Set.of(), ClaimPrecedence.NONE, new Findings(), claims));
        return new ClaimPrecedence(base.tenants().stream().map(Tenant::name).collect(Collectors.toSet()), claims);
    }

    private static void run(CheckScope scope) {
        ALL.forEach(check -> check.run(scope));
    }
}
