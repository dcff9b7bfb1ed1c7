package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.compile.ParseCache;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fleet on disk with the buffers over its files. */
final class FleetFolder {
    private final Path root;
    private final WaiverRules waivers;
    private final ParseCache cache = new ParseCache();
    private volatile @Nullable FleetSnapshot last;
    private @Nullable FleetNames names;
    private @Nullable FleetSnapshot namesOf;

    FleetFolder(Path root, WaiverRules waivers) {
        this.root = root;
        this.waivers = waivers;
    }

    /** Returns the result of the last check of the whole fleet. */
    Optional<FleetSnapshot> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the limits of its files, the default ones before the first check. */
    Limits limits() {
        return last().map(FleetSnapshot::limits).orElse(Limits.DEFAULT);
    }

    /** Checks the whole fleet as {@code bbc check} does; the checkpoint ends a check that newer text makes useless. */
    FleetSnapshot check(List<OpenDocument> buffers, Compiler.Checkpoint checkpoint) {
        Findings findings = new Findings();
        SourceSet sources = Input.ofFolders(
                List.of(root), buffers.stream().map(OpenDocument::raw).toList(), findings);
        checkpoint.pass();
        ParsedFleet parsed = Compiler.parsed(sources, cache, findings);
        Compilation compilation = Compiler.check(parsed, waivers, checkpoint, findings);
        SortedMap<String, SourceUnit> units = new TreeMap<>();
        parsed.units().forEach(unit -> units.put(unit.file().path(), unit));
        FleetSnapshot made = new FleetSnapshot(
                root,
                units,
                compilation.program().schema(),
                sources.limits(),
                findings.sorted(),
                Map.of(),
                AllocatedValues.of(compilation));
        FleetSnapshot checked = withLate(made, buffers);
        last = checked;
        return checked;
    }

    private FleetSnapshot withLate(FleetSnapshot made, Collection<OpenDocument> buffers) {
        Map<String, List<Finding>> late = new TreeMap<>();
        for (OpenDocument buffer : buffers) {
            Set<List<Object>> early = new HashSet<>();
            early(buffer, made).forEach(finding -> early.add(key(finding)));
            late.put(
                    buffer.path(),
                    made.findings().stream()
                            .filter(f -> f.primary().span().file().path().equals(buffer.path()))
                            .filter(f -> !early.contains(key(f)))
                            .toList());
        }
        return new FleetSnapshot(
                made.root(), made.units(), made.schema(), made.limits(), made.findings(), late, made.hints());
    }

    private static List<Object> key(Finding finding) {
        return List.of(
                finding.code(), finding.message(), finding.primary().span().start());
    }

    /**
     * Returns the findings of a buffer that need no other tenant: those of its bytes, its syntax and its names, and the
     * others of the last check, moved with their lines.
     */
    List<Finding> quick(OpenDocument buffer) {
        FleetSnapshot known = last;
        if (known == null) {
            Findings findings = new Findings();
            unit(buffer, Limits.DEFAULT, findings);
            return findings.sorted();
        }
        List<Finding> all = new ArrayList<>(early(buffer, known));
        all.addAll(MovedFindings.of(known.late().getOrDefault(buffer.path(), List.of()), buffer.text()));
        return all.stream().sorted().toList();
    }

    private List<Finding> early(OpenDocument buffer, FleetSnapshot known) {
        Findings findings = new Findings();
        Optional<SourceUnit> unit = unit(buffer, known.limits(), findings);
        if (unit.isPresent()) {
            Owner owner = unit.get().file().owner();
            List<SourceUnit> units = new ArrayList<>(List.of(unit.get()));
            known.units().values().stream()
                    .filter(other -> !other.file().path().equals(buffer.path()))
                    .filter(other -> other.file().owner() instanceof Owner.Platform
                            || other.file().owner().equals(owner))
                    .forEach(units::add);
            Resolver.resolve(Stdlib.units(), units, known.limits(), findings);
        }
        return findings.sorted().stream()
                .filter(f -> f.primary().span().file().path().equals(buffer.path()))
                .toList();
    }

    /** Returns the parsed buffer; empty if its bytes are refused, which is a finding. */
    Optional<SourceUnit> unit(OpenDocument buffer, Limits limits, Findings findings) {
        return new Decoder(limits)
                .decode(buffer.raw(), Owner.of(buffer.path()), findings)
                .map(file -> cache.unit(file, limits, findings));
    }

    /** Returns the names of the last check with those of the present buffers; empty before the first check. */
    Optional<FleetNames> names(List<OpenDocument> buffers) {
        FleetSnapshot known = last;
        if (known == null) {
            return Optional.empty();
        }
        FleetNames all = names;
        if (all == null || namesOf != known) {
            List<SourceUnit> units = new ArrayList<>(Stdlib.units());
            units.addAll(known.units().values());
            all = FleetNames.of(units, known.schema());
            names = all;
            namesOf = known;
        }
        List<SourceUnit> changed = buffers.stream()
                .filter(OpenDocument::isProgram)
                .flatMap(buffer -> unit(buffer, known.limits(), new Findings()).stream())
                .filter(unit -> known.units().get(unit.file().path()) == null
                        || !known.units()
                                .get(unit.file().path())
                                .file()
                                .text()
                                .equals(unit.file().text()))
                .toList();
        return Optional.of(changed.isEmpty() ? all : all.with(changed));
    }
}
