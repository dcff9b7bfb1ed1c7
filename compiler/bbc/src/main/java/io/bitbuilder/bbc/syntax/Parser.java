package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
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

    private static SourceUnit parse(SourceFile file, Limits limits, SyntaxFindings own) {
        Optional<List<Token>> tokens = TokenStage.run(file.text(), limits, own);
        if (tokens.isEmpty()) {
            return new SourceUnit(file, List.of());
        }
        BbcParser parser = parser(tokens.get(), own);
        return new SourceUnit(file, new DeclBuilder(own).file(parser.file()));
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
