package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.allocate.Allocator;
import io.bitbuilder.bbc.allocate.BlockCounts;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.LockFile;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.allocate.RenameReader;
import io.bitbuilder.bbc.allocate.UnusedRenames;
import io.bitbuilder.bbc.bind.Binder;
import io.bitbuilder.bbc.bind.Consumers;
import io.bitbuilder.bbc.check.Checks;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.policy.Policies;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.bbc.render.FileSizes;
import io.bitbuilder.bbc.render.TargetVersionCheck;
import io.bitbuilder.bbc.resolve.BranchLog;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles sources to findings and, without errors, to a tree. */
public final class Compiler {
    private Compiler() {}

    /** Runs all stages that report findings. */
    public static Compilation check(SourceSet sources, AllocationMode mode, Findings findings) {
        return check(sources, mode, WaiverRules.DEFAULT, findings);
    }

    /** Runs all stages that report findings, and judges waivers by these rules. */
    public static Compilation check(SourceSet sources, AllocationMode mode, WaiverRules waivers, Findings findings) {
        return check(Stdlib.units(), sources, mode, ClaimPrecedence.NONE, waivers, findings);
    }

    /** Runs all stages. */
    public static Compilation compile(SourceSet sources, AllocationMode mode, Findings findings) {
        return compile(sources, mode, ClaimPrecedence.NONE, WaiverRules.DEFAULT, findings);
    }

    /** Runs all stages; in a conflict of two tenants, the one with precedence is right. */
    public static Compilation compile(
            SourceSet sources,
            AllocationMode mode,
            ClaimPrecedence precedence,
            WaiverRules waivers,
            Findings findings) {
        Compilation checked = check(Stdlib.units(), sources, mode, precedence, waivers, findings);
        return findings.hasErrors()
                ? checked
                : checked.with(CompiledTree.of(checked.fleet().orElseThrow()).tree());
    }

    /** Runs all stages that can have findings, with another standard library. */
    static Compilation check(
            List<SourceUnit> std,
            SourceSet sources,
            AllocationMode mode,
            ClaimPrecedence precedence,
            WaiverRules waivers,
            Findings findings) {
        ParsedFleet parsed = new ParsedFleet(std, parse(sources, findings), sources);
        return check(parsed, mode, precedence, waivers, BranchLog.NONE, Checkpoint.NONE, findings);
    }

    /** Parses the files of a fleet and of the standard library, once for several checks. */
    public static ParsedFleet parsed(SourceSet sources, Findings findings) {
        return new ParsedFleet(Stdlib.units(), parse(sources, findings), sources);
    }

    /** Parses the files of a fleet that have changed since the last time, for a check after each change. */
    public static ParsedFleet parsed(SourceSet sources, ParseCache cache, Findings findings) {
        return new ParsedFleet(
                Stdlib.units(), DataFiles.read(cache.units(sources, findings), sources, findings), sources);
    }

    /** Runs all stages after parsing that report findings, unless the checkpoint ends the run between two of them. */
    public static Compilation check(ParsedFleet parsed, WaiverRules waivers, Checkpoint checkpoint, Findings findings) {
        return check(parsed, AllocationMode.FREE, ClaimPrecedence.NONE, waivers, BranchLog.NONE, checkpoint, findings);
    }

    /** Called between the stages of a run; ends the run by an exception of its own. */
    @FunctionalInterface
    public interface Checkpoint {
        /** Goes on with every run. */
        Checkpoint NONE = () -> {};

        /** Returns if the run may go on. */
        void pass();
    }

    /** Runs all stages after parsing that report findings, and logs the branches that the evaluation takes. */
    public static Compilation check(ParsedFleet parsed, BranchLog branches, Findings findings) {
        return check(
                parsed,
                AllocationMode.FREE,
                ClaimPrecedence.NONE,
                WaiverRules.DEFAULT,
                branches,
                Checkpoint.NONE,
                findings);
    }

    private static Compilation check(
            ParsedFleet parsed,
            AllocationMode mode,
            ClaimPrecedence precedence,
            WaiverRules waivers,
            BranchLog branches,
            Checkpoint checkpoint,
            Findings findings) {
        SourceSet sources = parsed.sources();
        checkpoint.pass();
        Program program = Resolver.resolve(parsed.library(), parsed.units(), sources.limits(), branches, findings);
        Consumers.require(program.schema());
        Lowering.require(program.schema());
        Locks written = LockFile.read(sources.locks(), findings);
        UnusedRenames.report(program, written, findings);
        Locks locks = written.after(RenameReader.read(program));
        if (BlockCounts.exceed(program, findings)) {
            return new Compilation(program, sources, locks, Grants.NONE, Optional.empty(), Optional.empty());
        }
        checkpoint.pass();
        Grants grants = Allocator.allocate(program, locks, mode, findings);
        checkpoint.pass();
        Optional<Fleet> fleet = Binder.bind(program, Allocator.values(grants), grants::data);
        checkpoint.pass();
        fleet.ifPresent(f -> Checks.run(f, grants.failed(), grants.placeholders(), precedence, findings));
        checkpoint.pass();
        program.checkUnreached();
        Policies.judge(program, waivers, sources.limits(), findings);
        if (!findings.hasErrors()) {
            fleet.ifPresent(f -> {
                TargetVersionCheck.check(f, findings);
                FileSizes.check(f, findings);
            });
        }
        return new Compilation(program, sources, locks, grants, fleet, Optional.empty());
    }

    private static List<SourceUnit> parse(SourceSet sources, Findings findings) {
        List<SourceUnit> units = parse(sources.programs(), sources.limits(), findings);
        for (SourceFile file : sources.metadata()) {
            units.add(MetadataReader.read(file, sources.limits(), findings));
        }
        return DataFiles.read(units, sources, findings);
    }

    /** Parses programs in their order. */
    static List<SourceUnit> parse(List<SourceFile> programs, Limits limits, Findings findings) {
        List<SourceUnit> units = new ArrayList<>();
        for (SourceFile file : programs) {
            units.add(Parser.parse(file, limits, findings));
        }
        return units;
    }
}
