package io.bitbuilder.bbc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program of the project is read by SLL prediction alone, and those that are meant to be right have no finding.
 */
class CorpusTest {
    private static final Path ROOT = Repository.path("");

    static Stream<Path> programs() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("stdlib", "examples", "golden")) {
            Path start = ROOT.resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> walk = Files.walk(start)) {
                    walk.filter(p -> p.toString().endsWith(".bbc")
                                    && !p.endsWith("extension-release.bbc")
                                    && !p.toString().contains("/target/"))
                            .forEach(found::add);
                }
            }
        }
        return found.stream().sorted();
    }

    static Stream<Path> goodPrograms() throws IOException {
        return programs()
                .filter(p ->
                        !p.toString().contains("/diagnostics/") && !p.toString().contains("defects"));
    }

    @Test
    void theCorpusIsNotEmpty() throws IOException {
        assertTrue(programs().count() > 8);
    }

    @ParameterizedTest
    @MethodSource("goodPrograms")
    void parses(Path path) throws IOException {
        Findings findings = new Findings();
        SourceUnit unit = Parser.parse(file(path), findings);
        assertEquals(List.of(), findings.sorted());
        assertFalse(unit.decls().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void needsNoFullContext(Path path) throws IOException {
        assertEquals(List.of(), conflicts(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
    }

    /** The text has one of everything, so that no decision of the grammar is left out. */
    @Test
    void needsNoFullContextForAnyConstruct() {
        assertEquals(List.of(), conflicts(Samples.EVERYTHING));
    }

    private static List<String> conflicts(String text) {
        SourceFile file = new SourceFile("a.bbc", Owner.PLATFORM, text);
        SyntaxFindings findings = new SyntaxFindings(file, new Findings(), Limits.DEFAULT);
        List<Token> tokens = TokenStage.run(text, Limits.DEFAULT, findings).orElse(List.of());
        if (tokens.isEmpty()) {
            return List.of();
        }
        BbcParser parser = Parser.parser(tokens, findings);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        List<String> conflicts = new ArrayList<>();
        parser.addErrorListener(new DiagnosticErrorListener() {
            @Override
            public void reportAttemptingFullContext(
                    org.antlr.v4.runtime.Parser p,
                    DFA dfa,
                    int start,
                    int stop,
                    BitSet alternatives,
                    ATNConfigSet configs) {
                conflicts.add(p.getRuleNames()[dfa.atnStartState.ruleIndex] + " at "
                        + tokens.get(start).getLine());
            }

            @Override
            public void reportAmbiguity(
                    org.antlr.v4.runtime.Parser p,
                    DFA dfa,
                    int start,
                    int stop,
                    boolean exact,
                    BitSet alternatives,
                    ATNConfigSet configs) {
                conflicts.add(p.getRuleNames()[dfa.atnStartState.ruleIndex] + " ambiguous at "
                        + tokens.get(start).getLine());
            }
        });
        parser.file();
        return conflicts;
    }

    private static SourceFile file(Path path) throws IOException {
        return new SourceFile(ROOT.relativize(path).toString(), Owner.PLATFORM, Files.readString(path));
    }
}
