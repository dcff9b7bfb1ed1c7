package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.DocContext;
import io.bitbuilder.bbc.grammar.BbcParser.WordContext;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Converts parse tree nodes to spans and names. */
final class TokenPositions {
    private final SyntaxFindings findings;

    TokenPositions(SyntaxFindings findings) {
        this.findings = findings;
    }

    /** Returns the span from the first to the last token of a node. */
    Span of(ParserRuleContext node) {
        return of(node.start, node.stop == null ? node.start : node.stop);
    }

    /** Returns the span from one token to another. */
    Span of(Token first, Token last) {
        return findings.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** Returns the span of one token. */
    Span of(Token token) {
        return of(token, token);
    }

    /** Returns a word as a name. */
    Name name(WordContext word) {
        return new Name(word.start.getText(), of(word));
    }

    /** Returns words as names. */
    List<Name> names(List<WordContext> words) {
        return words.stream().map(this::name).toList();
    }

    /** Returns the text of documentation. */
    Optional<String> doc(DocContext doc) {
        return Optional.ofNullable(doc).map(d -> StringLiterals.multiLine(d.start.getText(), 3));
    }
}
