package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.DocContext;
import io.bitbuilder.bbc.grammar.BbcParser.WordContext;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Spans and names of parse tree nodes. */
final class Places {
    private final SyntaxFindings findings;

    Places(SyntaxFindings findings) {
        this.findings = findings;
    }

    /** From the first to the last token of a node. */
    Span of(ParserRuleContext node) {
        return of(node.start, node.stop == null ? node.start : node.stop);
    }

    /** From one token to another. */
    Span of(Token first, Token last) {
        return findings.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** One token. */
    Span of(Token token) {
        return of(token, token);
    }

    /** A word as a name. */
    Name name(WordContext word) {
        return new Name(word.start.getText(), of(word));
    }

    /** Words as names. */
    List<Name> names(List<WordContext> words) {
        return words.stream().map(this::name).toList();
    }

    /** The text of documentation. */
    Optional<String> doc(DocContext doc) {
        return Optional.ofNullable(doc).map(d -> Texts.multiLine(d.start.getText(), 3));
    }
}
