package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.PolicyVerdict;
import io.bitbuilder.core.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Waivers of a program. One waives a policy for a block of a tenant and for the blocks in it; the nearest one counts.
 */
final class Waivers {
    private final Program program;
    private final SubjectKinds kinds;
    private final Map<String, Map<List<String>, Decl.Waiver>> byPolicy = new HashMap<>();
    private final Set<Decl.Waiver> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Waivers(Program program, SubjectKinds kinds) {
        this.program = program;
        this.kinds = kinds;
        for (Decl.Waiver waiver : program.waivers()) {
            byPolicy.computeIfAbsent(waiver.policy().text(), p -> new HashMap<>())
                    .putIfAbsent(waiver.path(), waiver);
        }
    }

    /** Returns the waiver of a policy for a block. */
    Optional<PolicyVerdict.Waiver> of(String policy, Block block) {
        Map<List<String>, Decl.Waiver> waivers = byPolicy.getOrDefault(policy, Map.of());
        if (waivers.isEmpty()) {
            return Optional.empty();
        }
        for (List<String> path = path(block); !path.isEmpty(); path = path.subList(0, path.size() - 1)) {
            Decl.Waiver waiver = waivers.get(path);
            if (waiver != null) {
                used.add(waiver);
                return Optional.of(
                        new PolicyVerdict.Waiver(waiver.reason(), waiver.until().map(Object::toString)));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the names from the tenant to the block; empty for blocks of the platform, which changes its own policies.
     */
    private static List<String> path(Block block) {
        List<String> names = new ArrayList<>();
        Block last = block;
        for (Optional<Block> at = Optional.of(block);
                at.isPresent();
                at = at.get().parent()) {
            last = at.get();
            names.add(last.name());
        }
        return last.kind().equals("tenant") ? names.reversed() : List.of();
    }

    /**
     * Reports waivers of unknown policies, expired ones, and those that waive nothing.
     *
     * @param failed policies that could not be evaluated, so that nothing is known about their waivers
     */
    void report(WaiverRules rules, Set<String> failed, Findings findings) {
        for (Decl.Waiver waiver : program.waivers()) {
            String policy = waiver.policy().text();
            if (!program.policies().containsKey(policy)) {
                findings.add(EvalMessages.unknown(
                        Code.UNKNOWN_DEFINITION,
                        waiver.policy().span(),
                        "unknown policy `" + policy + "`",
                        policy,
                        program.policies().keySet()));
            } else if (!failed.contains(policy) && !used.contains(waiver)) {
                findings.add(unused(waiver, rules));
            }
            rules.end(waiver).ifPresent(findings::add);
        }
    }

    private Finding unused(Decl.Waiver waiver, WaiverRules rules) {
        Decl.Waiver first = byPolicy.get(waiver.policy().text()).get(waiver.path());
        if (first != waiver) {
            return Finding.of(
                            rules.unused(),
                            waiver.span(),
                            "unused waiver: another one waives policy `" + waiver.policy() + "` for " + waiver.title())
                    .also(first.span(), "the other waiver")
                    .fix("remove one of them");
        }
        return unknownBlock(waiver, rules)
                .orElseGet(() -> Finding.of(
                                rules.unused(),
                                waiver.span(),
                                "unused waiver: policy `" + waiver.policy() + "` has no finding for " + waiver.title())
                        .why("it would waive a finding that nobody has seen")
                        .fix("remove it"));
    }

    /** Returns the finding about the first name of the path that no block has. */
    private Optional<Finding> unknownBlock(Decl.Waiver waiver, WaiverRules rules) {
        List<Block> blocks = program.tenants();
        for (Name name : waiver.block()) {
            List<Block> found =
                    blocks.stream().filter(b -> b.name().equals(name.text())).toList();
            if (found.isEmpty()) {
                Finding finding = Finding.of(
                                rules.unused(),
                                name.span(),
                                "unused waiver: unknown block `" + name + "` in " + waiver.title())
                        .why("a waiver holds for one block by its path, like `acme`, `acme.web` or `acme.web.data`");
                return Optional.of(Suggestions.closest(
                                name.text(), blocks.stream().map(Block::name).toList())
                        .map(near -> finding.fix("write `" + near + "`"))
                        .orElseGet(() -> finding.fix("remove it")));
            }
            blocks = found.stream().flatMap(this::inner).toList();
        }
        return Optional.empty();
    }

    private Stream<Block> inner(Block block) {
        return kinds.in(kinds.schema().kind(block.kind()).orElseThrow()).keySet().stream()
                .flatMap(word -> block.blocks(word).stream());
    }
}
