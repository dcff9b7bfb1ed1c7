package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.PolicyVerdict;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges the evaluated program by the policies of the platform, and by those of the standard library that the platform
 * names. The values are final: policies read what was allocated, and decide nothing about it.
 */
public final class Policies {
    /** Characters of a sentence, which may contain any string of a tenant. */
    private static final int MOST_CHARACTERS = 400;

    private final Program program;
    private final Limits limits;
    private final SubjectKinds kinds;
    private final Waivers waivers;
    private final Findings findings;

    private Policies(Program program, Limits limits, Findings findings) {
        this.program = program;
        this.limits = limits;
        this.findings = findings;
        this.kinds = new SubjectKinds(program.schema());
        this.waivers = new Waivers(program, kinds);
    }

    /** Reports the blocks that policies deny or warn about, and what is wrong with policies and waivers. */
    public static void judge(Program program, WaiverRules rules, Limits limits, Findings findings) {
        new Policies(program, limits, findings).run(rules);
    }

    private void run(WaiverRules rules) {
        Set<String> failed = new HashSet<>();
        List<PolicyEvaluation> evaluations = new ArrayList<>();
        for (Decl.Policy policy : AppliedPolicies.of(program, findings)) {
            PolicyCheck.wordsOf(policy, program, kinds, findings)
                    .ifPresentOrElse(
                            words -> evaluations.add(new PolicyEvaluation(policy, words, program, kinds, limits)),
                            () -> failed.add(policy.name().text()));
        }
        if (!evaluations.isEmpty()) {
            judge(program.platform(), evaluations);
            program.tenants().forEach(tenant -> judge(tenant, evaluations));
        }
        for (PolicyEvaluation evaluation : evaluations) {
            evaluation.mistake().ifPresent(mistake -> {
                findings.add(mistake);
                if (mistake.severity() == Severity.ERROR) {
                    failed.add(evaluation.policy().name().text());
                }
            });
        }
        waivers.report(rules, failed, findings);
    }

    private void judge(Block root, List<PolicyEvaluation> evaluations) {
        SubjectBlocks blocks = new SubjectBlocks(root, kinds);
        for (PolicyEvaluation evaluation : evaluations) {
            evaluation.begin(root);
            for (Block block : blocks.of(evaluation.policy().rule().subject().text())) {
                if (evaluation.holds(block)) {
                    findings.add(finding(evaluation, block));
                }
            }
        }
    }

    private Finding finding(PolicyEvaluation evaluation, Block block) {
        Decl.Policy policy = evaluation.policy();
        String name = policy.name().text();
        boolean denies = policy.rule().deny();
        Span place = decisive(block, evaluation);
        String message = evaluation
                .sentence(policy.message(), block)
                .map(Policies::limited)
                .orElse("policy " + name + " applies to " + block.title());
        Optional<PolicyVerdict.Waiver> waiver = waivers.of(name, block);
        Finding finding = Finding.of(denies ? Code.DENIED_BY_POLICY : Code.WARNED_BY_POLICY, place, message)
                .also(origin(policy), "policy " + name)
                .of(new PolicyVerdict(name, waiver));
        if (waiver.isPresent()) {
            return finding.why("the platform waives policy `" + name + "` here: " + waiver.get());
        }
        Finding judged =
                finding.why("policy `" + name + "` of " + owner(policy) + (denies ? " denies it" : " warns of it"));
        return policy.help()
                .flatMap(help -> evaluation.sentence(help, block))
                .map(help -> judged.fix(limited(help)))
                .orElse(judged);
    }

    private static String owner(Decl.Policy policy) {
        return AppliedPolicies.isStandard(policy) ? "the standard library, applied by the platform," : "the platform";
    }

    private Span origin(Decl.Policy policy) {
        return AppliedPolicies.isStandard(policy)
                ? program.platform().span(Program.POLICIES, policy.name().text())
                : policy.name().span();
    }

    /**
     * Returns the place of the first field that the condition read and the owner of the block has written; else the
     * nearest block that the owner has opened. A profile of the platform is no place for the mistake of a tenant, and
     * one of several blocks in a list none for that of another.
     */
    private static Span decisive(Block block, PolicyEvaluation evaluation) {
        List<Block> around = new ArrayList<>();
        for (Optional<Block> at = Optional.of(block);
                at.isPresent();
                at = at.get().parent()) {
            around.add(at.get());
        }
        Owner owner = around.getLast().span().file().owner();
        return Stream.concat(
                        evaluation.reads().stream()
                                .filter(read -> isDefinite(read.block(), around, evaluation))
                                .flatMap(read -> read.block().written(read.field()).stream()),
                        around.stream().map(Block::span))
                .filter(span -> span.file().owner().equals(owner))
                .findFirst()
                .orElseGet(block::span);
    }

    /** Returns whether a block is the one of its kind that the condition read, and so are those around it. */
    private static boolean isDefinite(Block read, List<Block> around, PolicyEvaluation evaluation) {
        Optional<Block> at = Optional.of(read);
        while (at.isPresent() && !around.contains(at.get())) {
            if (evaluation.isOneOfSeveral(at.get())) {
                return false;
            }
            at = at.get().parent();
        }
        return true;
    }

    private static String limited(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end) + "...";
    }
}
