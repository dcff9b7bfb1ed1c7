package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.testing.TestCase;
import io.bitbuilder.bbc.testing.TestResults;
import io.bitbuilder.bbc.testing.TestRun;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc test}. */
@Command(
        name = "test",
        description = "Run the tests of a fleet: each compiles blocks of its own and checks what it expects.",
        footer = {
            "",
            "Examples:",
            "  bbc test",
            "  bbc test --filter tenants/acme/    run the tests in files of acme",
            "  bbc test --coverage                list branches of profiles that no test takes",
            "  bbc test --format junit > tests.xml"
        })
final class TestCommand extends FormatOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(
            names = "--filter",
            paramLabel = "STRING",
            description = "Run only tests whose path or name contains the string.")
    private Optional<String> filter = Optional.empty();

    @Option(names = "--coverage", description = "List profiles, and branches in them, that no test takes.")
    private boolean coverage;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (OpenedSource opened = source.open(console, false)) {
            ParsedFleet parsed = Compiler.parsed(opened.read(findings), findings);
            if (findings.hasErrors()) {
                return FindingPrinter.print(console, format(), opened.paths(), findings);
            }
            TestResults results = TestRun.run(parsed, this::isWanted, coverage, findings);
            if (findings.hasErrors()) {
                return FindingPrinter.print(console, format(), opened.paths(), findings);
            }
            if (results.results().isEmpty() && filter.isPresent()) {
                throw new EnvironmentFault("no test matches `" + filter.get() + "`");
            }
            new TestPrinter(console, opened.paths(), results, coverage).print(format());
            return results.failed() == 0 ? 0 : 1;
        }
    }

    private boolean isWanted(TestCase test) {
        return filter.isEmpty() || test.matches(filter.get());
    }
}
