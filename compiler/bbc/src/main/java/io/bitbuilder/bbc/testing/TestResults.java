package io.bitbuilder.bbc.testing;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Severity;
import java.util.List;

/**
 * Outcome of all tests of a run.
 *
 * @param results one for each test that ran, in the order of files and places
 * @param untaken branches of profiles that no test took; empty unless the run was asked for the coverage
 */
public record TestResults(List<Result> results, List<Coverage.Branch> untaken) {
    /** Copies. */
    public TestResults {
        results = List.copyOf(results);
        untaken = List.copyOf(untaken);
    }

    /**
     * Outcome of one test.
     *
     * @param errors sorted findings that made it fail; none if it passed
     */
    public record Result(TestCase test, List<Finding> errors) {
        /** Keeps the errors. */
        public Result {
            errors = errors.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        }

        /** Returns whether everything is as the test expects. */
        public boolean passed() {
            return errors.isEmpty();
        }
    }

    /** Returns the findings of all tests that failed. */
    public List<Finding> errors() {
        return results.stream().flatMap(r -> r.errors().stream()).toList();
    }

    /** Returns the number of tests that failed. */
    public long failed() {
        return results.stream().filter(r -> !r.passed()).count();
    }
}
