package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.resolve.BranchLog;
import io.bitbuilder.bbc.resolve.DeclaredTests;
import io.bitbuilder.bbc.syntax.Expected;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs the tests of a fleet, one after another; each compiles fleets of its own. */
public final class TestRun {
    /** Steps that a compiled fleet counts as, beside those of its expressions: it parses nothing, but checks all. */
    static final long FLEET_STEPS = 5_000;

    private final ParsedFleet parsed;
    private final Limits limits;
    private final TestFleet fleets;
    private final Map<Owner, Long> spent = new HashMap<>();
    private TestFleet.@Nullable Compiled whole;

    private TestRun(ParsedFleet parsed, BranchLog branches) {
        this.parsed = parsed;
        this.limits = parsed.sources().limits();
        this.fleets = new TestFleet(parsed, branches);
    }

    /**
     * Runs tests.
     *
     * @param wanted the tests to run
     * @param coverage whether to collect the branches of profiles that no test takes
     * @param findings receives mistakes in the declarations of tests, with which none runs
     */
    public static TestResults run(ParsedFleet parsed, Predicate<TestCase> wanted, boolean coverage, Findings findings) {
        DeclaredTests.check(parsed.units(), parsed.sources().limits(), findings);
        if (findings.hasErrors()) {
            return new TestResults(List.of(), List.of());
        }
        Coverage branches = new Coverage();
        TestRun run = new TestRun(parsed, coverage ? branches : BranchLog.NONE);
        List<TestResults.Result> results = new ArrayList<>();
        TestCase.of(parsed).stream()
                .filter(wanted)
                .forEach(test -> run.result(test).ifPresent(results::add));
        return new TestResults(results, coverage ? branches.untaken(parsed.units()) : List.of());
    }

    /** Runs one test; none after the first test that exceeds the steps of its owner. */
    private Optional<TestResults.Result> result(TestCase test) {
        long most = limits.of(Limit.TEST_STEPS);
        long before = spent.getOrDefault(test.owner(), 0L);
        if (before > most) {
            return Optional.empty();
        }
        Findings findings = new Findings();
        long steps = before + run(test, most - before, findings);
        spent.put(test.owner(), steps);
        if (steps > most) {
            findings.add(LimitFinding.of(
                    Limit.TEST_STEPS,
                    limits,
                    test.place(),
                    "the tests up to this one exceed their evaluation steps, so that none after it is run"));
        }
        return Optional.of(new TestResults.Result(test, findings.sorted()));
    }

    /** Runs one test until it exceeds the steps that are left, and returns the steps that it cost. */
    private long run(TestCase test, long left, Findings findings) {
        long steps = 0;
        if (!test.test().blocks().isEmpty()) {
            TestFleet.Compiled own = fleets.compile(test, List.of());
            steps += FLEET_STEPS + own.compilation().program().steps();
            findings.addAll(own.findings());
            steps += findings.hasErrors() ? 0 : values(test, own.compilation(), findings);
        } else if (readsValues(test)) {
            steps += ofWhole(test, findings);
        }
        for (Expected expected : test.test().expectations()) {
            if (expected instanceof Expected.Reports reports && steps <= left) {
                TestFleet.Compiled refused = fleets.compile(test, reports.blocks());
                Set<String> policies =
                        refused.compilation().program().policies().keySet();
                ReportExpectations.check(reports, refused.findings(), policies).ifPresent(findings::add);
                steps += FLEET_STEPS + refused.compilation().program().steps();
            }
        }
        return steps;
    }

    private long ofWhole(TestCase test, Findings findings) {
        TestFleet.Compiled fleet = whole();
        if (fleet.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            return values(test, fleet.compilation(), findings);
        }
        findings.add(Finding.of(Code.FAILED_EXPECTATION, test.place(), "failed expectation: the fleet has errors")
                .why("a test without blocks reads the values of the fleet that it is part of")
                .fix("run `bbc check` and correct them"));
        return 0;
    }

    private static boolean readsValues(TestCase test) {
        return test.test().expectations().stream().anyMatch(e -> !(e instanceof Expected.Reports));
    }

    private long values(TestCase test, Compilation compilation, Findings findings) {
        Budget budget = new Budget("test \"" + test.title() + "\"", limits, findings);
        TestScope scope = new TestScope(compilation.program(), test.owner(), budget, findings);
        ValueExpectations values = new ValueExpectations(scope);
        Optional<DirectiveExpectations> directives = test.test().expectations().stream()
                .filter(Expected.Has.class::isInstance)
                .findFirst()
                .map(has -> new DirectiveExpectations(
                        scope, CompiledFiles.of(compilation.fleet().orElseThrow())));
        for (Expected expected : test.test().expectations()) {
            switch (expected) {
                case Expected.Holds holds -> values.check(holds.condition());
                case Expected.Has has -> directives.orElseThrow().check(has);
                case Expected.Reports reports -> {
                    // Its blocks are a fleet of their own.
                }
            }
        }
        return budget.spent();
    }

    /** Returns the fleet that the tests are part of. */
    private TestFleet.Compiled whole() {
        if (whole == null) {
            Findings findings = new Findings();
            Compilation compilation = Compiler.check(parsed, BranchLog.NONE, findings);
            whole = new TestFleet.Compiled(compilation, findings.sorted());
        }
        return whole;
    }
}
