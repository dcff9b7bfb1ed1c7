package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.LockIntegrity;
import io.bitbuilder.bbc.allocate.Renames;
import io.bitbuilder.bbc.check.Checks;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.GitSources;
import io.bitbuilder.bbc.git.MergeCandidate;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.bbc.read.FleetRoot;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import io.bitbuilder.core.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks a change against the branch that it is to be merged into. */
public final class Gate {
    private Gate() {}

    /**
     * Result of a check.
     *
     * @param treeId id of the source tree that was checked: of the head, or of its merge with the base
     * @param root folder of the fleet in that tree; empty for the root of the repository
     * @param plan changes on the hosts; absent if the change or the base has errors
     */
    public record Verdict(Revision base, Revision head, String treeId, String root, Optional<Plan> plan) {}

    /**
     * Policy of a check.
     *
     * @param platformOfBase whether the platform files of the base are valid, not those of the change
     * @param stopsWorkloads whether the change may stop most of the workloads of a host
     * @param loses data that the change may lose, by name: {@code acme.db.data}
     * @param date day on which the waivers must hold; without one, none expires
     */
    public record Policy(boolean platformOfBase, boolean stopsWorkloads, Set<String> loses, Optional<LocalDate> date) {}

    /** Checks a change; it is refused if the findings contain an error. */
    public static Verdict judge(
            GitRepo repo, Revision base, Revision head, RepoFolder folder, Policy policy, Findings findings) {
        try (MergeCandidate candidate = MergeCandidate.of(repo, base, head)) {
            FleetRoot.Folders foldersBefore = GitSources.foldersOf(repo, base);
            FleetRoot.Folders foldersAfter = candidate.folders();
            folder.requireIn(foldersBefore, foldersAfter);
            Optional<String> fleetBefore = folder.fleet(foldersBefore);
            Optional<String> fleetAfter = folder.fleet(foldersAfter);
            String root = fleetAfter.or(() -> fleetBefore).orElse(folder.path());
            String rootBefore = fleetBefore.orElse(root);
            if (!candidate.findings().isEmpty()) {
                // The tree of the change is not known, so any other finding would be about another tree.
                findings.addAll(candidate.findings());
                return new Verdict(base, head, candidate.treeId(), root, Optional.empty());
            }
            if (policy.platformOfBase && !root.equals(rootBefore)) {
                throw new EnvironmentFault("the change moves the fleet from folder `" + shown(rootBefore) + "` to `"
                        + shown(root) + "`; have the platform team submit it, checked with `--platform head`");
            }
            // Errors of the base are not the change's; those that remain are reported for the change.
            Findings ofBase = new Findings();
            SourceSet before = foldersBefore.exists(rootBefore)
                    ? Input.ofCommit(repo, base, rootBefore, ofBase)
                    : new SourceSet(List.of(), List.of(), List.of());
            Compilation old = Compiler.compile(before, AllocationMode.FREE, ofBase);
            Input.Reader reader = Input.ofGit(limits -> candidate.input(root, limits));
            SourceSet change = policy.platformOfBase
                    ? Input.read(reader, before.limits(), findings)
                    : Input.read(reader, findings);
            if (change.isEmpty() && !findings.hasErrors()) {
                throw new EnvironmentFault(Input.NOTHING);
            }
            GateInput input =
                    policy.platformOfBase ? GateInput.underBase(before, change) : new GateInput(change, List.of());
            ClaimPrecedence precedence = old.fleet().map(Checks::precedence).orElse(ClaimPrecedence.NONE);
            Compilation made = Compiler.compile(
                    input.sources(),
                    AllocationMode.FREE,
                    precedence,
                    WaiverRules.ofChange(!policy.platformOfBase, policy.date),
                    findings);
            findings.addAll(readable(LockIntegrity.moved(old.locks(), made.locks()), findings));
            input.platformChanged().forEach(file -> findings.add(notJudged(file)));
            if (made.tree().isPresent()) {
                findings.addAll(LockIntegrity.invented(old.locks(), old.grants(), made.locks(), made.grants()));
                moved(old.grants(), made, findings);
                ChangeRules.check(old, made, policy, findings);
            }
            Optional<Plan> plan = findings.hasErrors() ? Optional.empty() : Optional.of(Comparison.plan(old, made));
            return new Verdict(base, head, candidate.treeId(), root, plan);
        }
    }

    private static Finding notJudged(SourceFile file) {
        return Finding.of(
                        Code.PLATFORM_FILES_CHANGED,
                        file.start(),
                        "the change touches " + file.path() + ", a file of the platform")
                .why("the gate checks tenants under the platform of the base, so this part of the change "
                        + "has not been checked")
                .fix("have the platform team submit it as a separate change, checked with `--platform head`");
    }

    /** Returns the findings about lock files that could be read: lines that were not read are not lost. */
    private static List<Finding> readable(List<Finding> lost, Findings others) {
        Set<String> broken = others.sorted().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.primary().span().file().path())
                .collect(Collectors.toSet());
        return lost.stream()
                .filter(f -> !broken.contains(f.primary().span().file().path()))
                .toList();
    }

    private static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    /**
     * Reports allocated values that the change would move because no lock file keeps them: a finding for each tenant.
     */
    private static void moved(Grants before, Compilation made, Findings findings) {
        Grants after = made.grants();
        Renames renames = made.locks().renames();
        SortedMap<String, List<String>> moves = new TreeMap<>();
        for (ClaimPath former : before.auto()) {
            ClaimPath claim = renames.current(former);
            Grant had = renames.current(before.of(former).orElseThrow());
            Optional<Grant> has = after.of(claim);
            if (has.isPresent()
                    && !has.get().equals(had)
                    && after.auto().contains(claim)
                    && made.locks().of(claim).isEmpty()) {
                moves.computeIfAbsent(claim.tenant(), t -> new ArrayList<>())
                        .add("`" + claim + "` would move from " + had + " to " + has.get());
            }
        }
        Map<String, Span> places = new HashMap<>();
        made.tenants().forEach(t -> places.put(t.name(), t.at().block().span()));
        moves.forEach((tenant, all) -> findings.add(Finding.of(
                        Code.UNLOCKED_CLAIM_MOVED,
                        places.getOrDefault(tenant, first(made.sources())),
                        all.getFirst() + others(all.size() - 1, tenant))
                .why("a running workload would get another address, port or host because of a change elsewhere")
                .fix("run `bbc lock` on the base branch and commit the lock files; they keep existing values")));
    }

    private static String others(int count, String tenant) {
        return switch (count) {
            case 0 -> "";
            case 1 -> ", and 1 other value of tenant " + tenant;
            default -> ", and " + count + " other values of tenant " + tenant;
        };
    }

    private static Span first(SourceSet sources) {
        List<SourceFile> files = sources.programs().isEmpty() ? sources.metadata() : sources.programs();
        return files.getFirst().start();
    }
}
