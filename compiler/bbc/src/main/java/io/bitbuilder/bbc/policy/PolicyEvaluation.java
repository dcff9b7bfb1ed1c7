package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.MapEntity;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldRead;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Label;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private final Map<Span, Type> words;
    private final List<FieldRead> reads = new ArrayList<>();
    private final Set<Block> oneOfSeveral = Collections.newSetFromMap(new IdentityHashMap<>());
    private Findings found = new Findings();
    private Evaluator evaluator = new Evaluator(found);
    private Findings exceeded = new Findings();
    private Budget budget;
    private Optional<Finding> mistake = Optional.empty();
    private boolean ended;
    private boolean wrong;

    /** @param words types of the bare words in the policy, see {@link PolicyCheck} */
    PolicyEvaluation(Decl.Policy policy, Map<Span, Type> words, Program program, SubjectKinds kinds, Limits limits) {
        this.policy = policy;
        this.words = words;
        this.program = program;
        this.kinds = kinds;
        this.limits = limits;
        this.budget = budgetFor("the platform");
    }

    private Budget budgetFor(String owner) {
        return Budget.ofPolicy(policy.name().text(), owner, limits, exceeded);
    }

    Decl.Policy policy() {
        return policy;
    }

    /** Begins the blocks of another owner. */
    void begin(Block root) {
        exceeded = new Findings();
        budget = budgetFor(root.title());
        ended = wrong;
    }

    /** Returns whether the condition holds for a block; false if it has no value. */
    boolean holds(Block block) {
        reads.clear();
        oneOfSeveral.clear();
        return evaluate(policy.rule().condition(), CONDITION, block).equals(Value.of(true));
    }

    /** Returns the fields that the last condition read, in their order. */
    List<FieldRead> reads() {
        return List.copyOf(reads);
    }

    /** Returns whether the last condition read a block as one of several in a list, so that any of them may decide. */
    boolean isOneOfSeveral(Block block) {
        return oneOfSeveral.contains(block);
    }

    /** Returns a sentence of the policy for a block; empty if it has no value. */
    Optional<String> sentence(Expr sentence, Block block) {
        return evaluate(sentence, SENTENCE, block) instanceof Value.Scalar(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /**
     * Returns the first error of the policy, else its first warning, with the block that shows it. The reader cannot
     * change the standard library, so that the platform's list of its policies is the place.
     */
    Optional<Finding> mistake() {
        return mistake.map(first -> AppliedPolicies.isStandard(policy) ? ofLibrary(first) : first);
    }

    private Finding ofLibrary(Finding first) {
        List<Label> places = new ArrayList<>();
        places.add(new Label(first.primary().span(), "in the standard library"));
        places.addAll(first.secondary());
        Label named = new Label(
                program.platform().span(Program.POLICIES, policy.name().text()), "policy " + policy.name());
        return new Finding(first.code(), first.message(), named, places, first.why(), first.fixes(), first.verdict());
    }

    private Value evaluate(Expr expr, Expectation expected, Block block) {
        if (ended) {
            return Value.ERROR;
        }
        Value value = evaluator.eval(expr, expected, PolicyScope.of(policy, place(block), program, budget, this));
        Stream.concat(found.all().stream(), exceeded.all().stream())
                .max(Comparator.comparing(Finding::severity))
                .ifPresent(worst -> record(worst, block));
        return value;
    }

    /** Keeps one mistake, and ends the policy at an error; one that takes too long for a tenant judges the others. */
    private void record(Finding worst, Block block) {
        ended = worst.severity() == Severity.ERROR;
        wrong |= ended && worst.code() != Code.POLICY_EXCEEDS_LIMIT;
        if (mistake.filter(first -> first.severity().compareTo(worst.severity()) >= 0)
                .isEmpty()) {
            mistake = Optional.of(worst.also(block.span(), "evaluated for " + block.title()));
        }
        found = new Findings();
        evaluator = new Evaluator(found);
    }

    void mistaken(Finding finding) {
        found.add(finding);
    }

    /** Returns the type that the other operand gives to a bare word at that place. */
    Optional<Type> typeOf(Span word) {
        return Optional.ofNullable(words.get(word));
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
        return switch (value.get()) {
            case Value.Ref ref ->
                BlockReferences.target(program, block, ref).map(this::place).orElse(ref);
            case Value.Entries(var entries) ->
                new Value.Place(new MapEntity(block.title(path + "."), field.type(), entries));
            case Value v -> v;
        };
    }

    /** Returns the blocks of a keyword in a block. */
    Value list(Block block, String word, Span span) {
        List<Block> blocks = block.blocks(word);
        if (blocks.size() > 1) {
            oneOfSeveral.addAll(blocks);
        }
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
                        trust.value().orElseThrow(),
                        Expectation.of(trust.type(), "`trust`"),
                        PolicyScope.bare(program, budget, this)));
    }
}
