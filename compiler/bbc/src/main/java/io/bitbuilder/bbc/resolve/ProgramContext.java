package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shared state of all blocks of a program: schema, evaluator, findings, grants, and the stack of values under
 * computation.
 */
final class ProgramContext {
    private static final int MAX_DEPTH = 200;

    private final Schema schema;
    private final DeclaredNames std;
    private final Findings findings;
    private final Limits limits;
    private final BranchLog branches;
    private final Evaluator evaluator;
    private final ReadLog reads = new ReadLog();
    private final Map<Body, BodyIndex> indexes = new IdentityHashMap<>();
    private final LinkedHashMap<String, Span> running = new LinkedHashMap<>();
    private final Map<String, List<Writer.Piece>> defaults = new HashMap<>();
    private final Set<Decl.Profile> circular = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable BlockNode platform;
    private @Nullable BlockNode builtin;
    private FieldGrants grants = FieldGrants.NONE;
    private boolean granted;

    ProgramContext(Schema schema, DeclaredNames std, Limits limits, BranchLog branches, Findings findings) {
        this.schema = schema;
        this.std = std;
        this.limits = limits;
        this.branches = branches;
        this.findings = findings;
        this.evaluator = new Evaluator(findings);
    }

    Schema schema() {
        return schema;
    }

    /** Returns the standard library's names. */
    DeclaredNames std() {
        return std;
    }

    Limits limits() {
        return limits;
    }

    BranchLog branches() {
        return branches;
    }

    Findings findings() {
        return findings;
    }

    void report(Finding finding) {
        findings.add(finding);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    ReadLog reads() {
        return reads;
    }

    BodyIndex index(Body body) {
        return indexes.computeIfAbsent(body, BodyIndex::new);
    }

    void grant(FieldGrants given) {
        grants = given;
        granted = true;
    }

    /** Returns the value of a late field: its grant after the allocation, before that a late value. */
    Value late(ClaimPath claim, Supplier<Value> stated, Span asked) {
        if (!granted) {
            return new Value.Late(claim.toString(), asked);
        }
        return grants.get(claim).orElseGet(() -> {
            Value said = stated.get();
            boolean waits =
                    said instanceof Value.Auto || said instanceof Value.Word || said instanceof Value.Constructed;
            return waits ? withoutGrant(said, claim, asked) : said;
        });
    }

    private static Value withoutGrant(Value said, ClaimPath claim, Span asked) {
        return said instanceof Value.Word w && w.word().equals("disabled")
                ? Value.NONE
                : new Value.Late(claim.toString(), asked);
    }

    FieldGrants grants() {
        return grants;
    }

    /** Returns the platform's defaults for blocks of a kind. */
    List<Writer.Piece> defaults(String kind) {
        return defaults.getOrDefault(kind, List.of());
    }

    void addDefaults(String kind, Writer.Piece piece) {
        defaults.computeIfAbsent(kind, k -> new ArrayList<>()).add(piece);
    }

    /** Returns the built-in platform, which provides default pools and ceilings. */
    Optional<BlockNode> builtin() {
        return Optional.ofNullable(builtin);
    }

    void builtin(BlockNode block) {
        builtin = block;
    }

    /** Marks profiles that use each other in a cycle; uses of them are ignored. */
    void circular(Set<Decl.Profile> profiles) {
        circular.addAll(profiles);
    }

    boolean isCircular(Decl.Profile profile) {
        return circular.contains(profile);
    }

    /** Returns the platform, once known. */
    Optional<BlockNode> platform() {
        return Optional.ofNullable(platform);
    }

    void platform(BlockNode block) {
        platform = block;
    }

    boolean isRunning(String what) {
        return running.containsKey(what);
    }

    /** Computes a value that must not depend on itself; a cycle is reported with its names and places. */
    Value guarded(String what, Span span, Supplier<Value> work) {
        if (running.containsKey(what)) {
            report(circle(what, span));
            return Value.ERROR;
        }
        if (running.size() >= MAX_DEPTH) {
            report(Finding.of(
                            Code.DEPENDENCY_TOO_DEEP,
                            span,
                            "dependency chain too long: `" + what + "` depends on more than " + MAX_DEPTH + " values")
                    .why("limits bound the cost of a run for any input")
                    .fix("refer to the first value of the chain instead of the previous one"));
            return Value.ERROR;
        }
        running.put(what, span);
        try {
            return work.get();
        } finally {
            running.remove(what);
        }
    }

    /** Reports a cycle, starting at its smallest name, so that the message does not depend on the point of entry. */
    private Finding circle(String what, Span span) {
        List<String> path = new ArrayList<>(running.keySet());
        path = path.subList(path.indexOf(what), path.size());
        int first = path.indexOf(Collections.min(path));
        List<String> turned = new ArrayList<>(path.subList(first, path.size()));
        turned.addAll(path.subList(0, first));
        String start = turned.getFirst();
        Finding finding = Finding.of(
                        Code.CYCLIC_DEPENDENCY,
                        asked(start, what, span),
                        "cyclic dependency: " + String.join(" -> ", turned) + " -> " + start)
                .label("`" + start + "` is needed here")
                .why("no value of the cycle can be computed first")
                .fix("set one of them to a constant");
        for (String other : turned.subList(1, turned.size())) {
            finding = finding.also(asked(other, what, span), "`" + other + "` is needed here");
        }
        return finding;
    }

    /** Returns the place inside the cycle that reads a value. */
    private Span asked(String name, String closing, Span span) {
        return name.equals(closing) ? span : running.getOrDefault(name, span);
    }
}
