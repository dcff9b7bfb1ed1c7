package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldRead;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of one policy for blocks. Reads evaluated fields only, so that each mistake found here is
 * one of the policy. Every tenant has a budget of its own: none can use up that of others by the number of its blocks.
 */
final class PolicyEvaluation {
    private static final Expectation CONDITION = Expectation.of(new Type.Of(Scalar.BOOL), "a condition");
    private static final Expectation SENTENCE = Expectation.of(new Type.Of(Scalar.TEXT), "the message");

    /** Elements of a list that are made at the price of one step. */
    private static final int ELEMENTS_A_STEP = 8;

    private final Decl.Policy policy;
    private final Program program;
    private final SubjectKinds kinds;
    private final Limits limits;
    private final Findings mistakes = new Findings();
    private final Evaluator evaluator = new Evaluator(mistakes);
    private final List<FieldRead> reads = new ArrayList<>();
    private Budget budget;
    private @Nullable Block shownBy;

    PolicyEvaluation(Decl.Policy policy, Program program, SubjectKinds kinds, Limits limits) {
        this.policy = policy;
        this.program = program;
        this.kinds = kinds;
        this.limits = limits;
        this.budget = budgetFor("the platform");
    }

    private Budget budgetFor(String owner) {
        return Budget.ofPolicy(policy.name().text(), owner, limits, mistakes);
    }

    Decl.Policy policy() {
        return policy;
    }

    /** Begins the blocks of another owner. */
    void begin(Block root) {
        budget = budgetFor(root.title());
    }

    /** Returns whether the condition holds for a block; false if it has no value. */
    boolean holds(Block block) {
        reads.clear();
        return evaluate(policy.rule().condition(), CONDITION, block).equals(Value.of(true));
    }

    /** Returns the fields that the last condition read, in their order. */
    List<FieldRead> reads() {
        return List.copyOf(reads);
    }

    /** Returns a sentence of the policy for a block; empty if it has no value. */
    Optional<String> sentence(Expr sentence, Block block) {
        return evaluate(sentence, SENTENCE, block) instanceof Value.Scalar(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private PolicyScope scope(Block block) {
        return new PolicyScope(program, policy.rule().variable().text(), place(block), budget, this);
    }

    /** Returns the first error of the policy, else its first warning, with the block that shows it. */
    Optional<Finding> mistake() {
        return mistakes.all().stream()
                .max(Comparator.comparing(Finding::severity))
                .map(first -> shownBy == null ? first : first.also(shownBy.span(), "with " + shownBy.title()));
    }

    private Value evaluate(Expr expr, Expectation expected, Block block) {
        Value value = evaluator.eval(expr, expected, scope(block));
        if (shownBy == null && value instanceof Value.Error && mistakes.hasErrors()) {
            shownBy = block;
        }
        return value;
    }

    void mistaken(Finding finding) {
        mistakes.add(finding);
    }

    SubjectKinds kinds() {
        return kinds;
    }

    Value place(Block block) {
        return new Value.Place(new SubjectEntity(block, "", this));
    }

    /** Returns the value of a field; an error if it was reported elsewhere. */
    Value field(Block block, Field field, String path) {
        reads.add(new FieldRead(block, path));
        Optional<Value> value = block.value(path);
        if (value.isEmpty()) {
            Value stated = block.stated(path);
            // Without a grant, `auto` is nothing: the IPv6 range of a network without IPv6.
            return stated instanceof Value.Error || stated instanceof Value.Late ? Value.ERROR : Value.NONE;
        }
        return value.get() instanceof Value.Ref ref
                ? BlockReferences.target(program, block, ref).map(this::place).orElse(ref)
                : value.get();
    }

    /** Returns the blocks of a keyword in a block. */
    Value list(Block block, String word, Span span) {
        List<Block> blocks = block.blocks(word);
        return budget.steps(blocks.size() / ELEMENTS_A_STEP, span)
                ? new Value.Items(blocks.stream().map(this::place).toList())
                : Value.ERROR;
    }

    /** Returns the admission of a tenant; none if the platform has none for it. */
    Value admit(Block tenant) {
        return program.platform().block("admit", tenant.name()).map(this::place).orElse(Value.NONE);
    }

    /** Returns the trust of a tenant: that of its admission, else the default of the field. */
    Value trust(Block tenant) {
        Field trust =
                kinds.schema().kind("admit").flatMap(k -> k.field("trust")).orElseThrow();
        return program.platform()
                .block("admit", tenant.name())
                .map(admit -> admit.value("trust").orElse(Value.ERROR))
                .orElseGet(() -> evaluator.eval(
                        trust.value().orElseThrow(), Expectation.of(trust.type(), "`trust`"), scope(tenant)));
    }
}
