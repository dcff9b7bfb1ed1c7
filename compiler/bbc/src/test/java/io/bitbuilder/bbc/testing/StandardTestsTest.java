package io.bitbuilder.bbc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Tests of the standard library in the language: they pass, take all branches of its profiles, and test each policy.
 */
class StandardTestsTest {
    private static ParsedFleet fleet() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : Repository.entries(Repository.path("stdlib/tests"))) {
            files.add(new SourceFile("stdlib/tests/" + path.getFileName(), Owner.PLATFORM, Files.readString(path)));
        }
        Findings findings = new Findings();
        ParsedFleet parsed = Compiler.parsed(new SourceSet(files, List.of(), List.of()), findings);
        assertEquals(List.of(), findings.sorted());
        return parsed;
    }

    /** Moves the profiles of the library to the units, whose coverage counts. */
    private static ParsedFleet withProfiles(ParsedFleet parsed) {
        Map<Boolean, List<SourceUnit>> library = parsed.library().stream()
                .collect(Collectors.partitioningBy(unit -> unit.file().path().matches("stdlib/(profiles|lib)/.*")));
        List<SourceUnit> units = new ArrayList<>(library.get(true));
        units.addAll(parsed.units());
        return new ParsedFleet(library.get(false), units, parsed.sources());
    }

    @Test
    void allPassAndTakeEachBranch() throws IOException {
        Findings findings = new Findings();
        TestResults results = TestRun.run(withProfiles(fleet()), test -> true, true, findings);
        assertEquals(List.of(), findings.all());
        assertEquals("", TextReport.of(false, true, Limits.DEFAULT).print(results.errors()));
        assertTrue(results.results().size() >= 12, "the tests are missing");
        assertEquals(List.of(), results.untaken());
    }

    @Test
    void eachPolicyHasATestOfItsName() throws IOException {
        ParsedFleet parsed = fleet();
        List<String> titles = TestCase.of(parsed).stream().map(TestCase::title).toList();
        parsed.library().stream()
                .flatMap(unit -> unit.decls().stream())
                .filter(Decl.Policy.class::isInstance)
                .map(policy -> ((Decl.Policy) policy).name().text())
                .forEach(policy -> assertTrue(titles.contains(policy), policy));
    }
}
