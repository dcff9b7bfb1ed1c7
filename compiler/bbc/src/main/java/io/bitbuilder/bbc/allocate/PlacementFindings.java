package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Findings about workloads that cannot have a host. */
final class PlacementFindings {
    private static final int SHOWN = 8;

    private final Locks locks;
    private final Findings findings;

    PlacementFindings(Locks locks, Findings findings) {
        this.locks = locks;
        this.findings = findings;
    }

    void pins(SortedMap<String, PlacementRequest> pins) {
        List<PlacementRequest> by = pins.values().stream()
                .sorted(Comparator.comparing(PlacementRequest::span))
                .toList();
        PlacementRequest first = by.getFirst();
        PlacementRequest last = by.getLast();
        findings.add(Finding.of(
                        Code.CONFLICTING_PLACES,
                        last.span(),
                        title(last) + " is pinned to " + last.place().orElse("") + ", but a network connects it to "
                                + title(first) + " on " + first.place().orElse(""))
                .also(first.span(), "pinned to " + first.place().orElse(""))
                .why("a bridge cannot span hosts, so workloads that networks connect run on one host")
                .fix("write the same host in both, or give them separate networks"));
    }

    void gone(LockLine line) {
        findings.add(Finding.of(
                        Code.LOCKED_HOST_MISSING,
                        line.span(),
                        line.path() + " is locked to unknown host " + line.grant())
                .why("a locked workload stays on its host")
                .fix("restore the host, or delete the line to let the workload move"));
    }

    void split(List<PlacementRequest> group, SortedMap<String, LockLine> lines) {
        LockLine first = lines.get(lines.firstKey());
        LockLine last = lines.get(lines.lastKey());
        findings.add(Finding.of(
                        Code.CONFLICTING_LOCKED_PLACES,
                        group.getFirst().span(),
                        "networks connect workloads that are locked to different hosts, " + lines.firstKey() + " and "
                                + lines.lastKey())
                .also(first.span(), "locked to " + lines.firstKey())
                .also(last.span(), "locked to " + lines.lastKey())
                .why("a bridge cannot span hosts, and a locked workload stays on its host")
                .fix("write `place` in one of them, which moves it, or give them separate networks"));
    }

    /** Hosts that a group without one has been refused by. */
    enum Extent {
        /** Each host, whatever the other groups without a fixed host take. */
        ALONE,
        /** Each host, however the other groups are placed. */
        LEFT,
        /** Each host after the other groups; the search for others of theirs ended at its bound. */
        ENDED
    }

    void full(List<PlacementRequest> group, List<String> reasons, boolean restricted, Extent extent) {
        PlacementRequest first = group.getFirst();
        String what = group.size() == 1
                ? title(first)
                : "the " + group.size() + " workloads that networks connect to "
                        + first.path().dotted();
        List<String> sorted = reasons.stream().sorted().toList();
        String shown = String.join("; ", sorted.subList(0, Math.min(SHOWN, sorted.size())));
        Finding finding = restricted
                ? Finding.of(
                        Code.UNSATISFIED_PLACEMENT,
                        first.span(),
                        (extent == Extent.ALONE ? "no host fulfils the placement of " : "no host is left for ") + what)
                : Finding.of(
                        Code.INSUFFICIENT_HOST_CAPACITY,
                        first.span(),
                        "insufficient capacity on all hosts for " + what);
        String more = sorted.size() > SHOWN ? "; and " + (sorted.size() - SHOWN) + " more hosts" : "";
        boolean ended = extent == Extent.ENDED;
        String end = "; the search for other hosts of the others ended after " + PlacementSearch.MOST_CONSIDERED;
        findings.add(finding.why(shown + more + (ended ? end : ""))
                .fix(
                        ended
                                ? "write `place` in the workloads with the fewest hosts"
                                : restricted
                                        ? "change `placement`, the labels of hosts, or the requests"
                                        : "lower the requests, or add a host"));
    }

    void inseparable(PlacementRequest request, BlockPath other) {
        boolean self = request.path().equals(other);
        findings.add(Finding.of(
                        Code.UNSATISFIED_PLACEMENT,
                        request.span(),
                        title(request) + " must be apart from "
                                + (self ? "itself" : other.dotted() + ", but a network connects them"))
                .why("a bridge cannot span hosts, so workloads that networks connect run on one host")
                .fix("remove it from `apart-from`, or give them separate networks"));
    }

    void refused(PlacementRequest request, String host, List<String> reasons) {
        Optional<LockLine> line = request.place().isPresent() ? Optional.empty() : locks.of(request.claim());
        Finding finding = Finding.of(
                        Code.UNSATISFIED_PLACEMENT,
                        request.span(),
                        "host " + host + " does not fulfil the placement of " + title(request))
                .why(host + " " + String.join(", ", reasons));
        findings.add(
                line.isPresent()
                        ? finding.also(line.get().span(), "locked to " + host)
                                .fix("delete the line to let the workload move, without its data")
                        : finding.fix("write another `place`, or change `placement` or the labels of hosts"));
    }

    private static String title(PlacementRequest request) {
        return "workload " + request.path().dotted();
    }
}
