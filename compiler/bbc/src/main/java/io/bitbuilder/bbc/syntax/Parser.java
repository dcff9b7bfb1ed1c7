package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.FileContext;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses one {@code .bbc} file: characters to tokens, tokens to ANTLR's tree by SLL prediction alone, tree to records.
 * Limits on tokens and nesting are checked before the parser starts, so that no input can exhaust its stack.
 */
public final class Parser {
    private Parser() {}

    /** Parses with the default limits. */
    public static SourceUnit parse(SourceFile file, Findings findings) {
        return parse(file, Limits.DEFAULT, findings);
    }

    /** Parses a file; parts that do not parse are omitted and have findings. */
    public static SourceUnit parse(SourceFile file, Limits limits, Findings findings) {
        Findings found = new Findings();
        SourceUnit unit = parse(file, limits, new SyntaxFindings(file, found, limits));
        findings.addAll(SyntaxCause.of(file, found.all()));
        return unit;
    }

    /**
     * Returns the tokens of a file as they are written, the last one being its end; empty if the file has a mistake,
     * which is a finding.
     */
    public static Optional<List<SourceToken>> tokens(SourceFile file, Limits limits, Findings findings) {
        Findings found = new Findings();
        SyntaxFindings own = new SyntaxFindings(file, found, limits);
        Optional<FileContext> tree = tree(file, limits, own);
        tree.ifPresent(t -> new DeclBuilder(own).file(t));
        Optional<List<SourceToken>> tokens =
                tree.filter(t -> !found.hasErrors()).map(t -> SourceTokens.of(t, file.text(), own));
        findings.addAll(SyntaxCause.of(file, found.all()));
        return tokens.filter(t -> !found.hasErrors());
    }

    private static SourceUnit parse(SourceFile file, Limits limits, SyntaxFindings own) {
        return new SourceUnit(
                file,
                tree(file, limits, own).map(t -> new DeclBuilder(own).file(t)).orElse(List.of()));
    }

    private static Optional<FileContext> tree(SourceFile file, Limits limits, SyntaxFindings own) {
        return TokenStage.run(file.text(), limits, own)
                .map(tokens -> parser(tokens, own).file());
    }

    /** Returns the generated parser over those tokens, configured for the compiler. */
    static BbcParser parser(List<Token> tokens, SyntaxFindings findings) {
        BbcParser parser = new BbcParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new LocalRecovery(findings));
        return parser;
    }
}
