package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.LiteralContext;
import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.core.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds literals: numbers, quantities, addresses, dates, digests, groups of system calls. */
final class LiteralBuilder {
    private final TokenPositions places;

    LiteralBuilder(TokenPositions places) {
        this.places = places;
    }

    /** Builds a literal. */
    Expr literal(LiteralContext node) {
        Token token = node.start;
        Span span = places.of(token);
        return kind(token)
                .<Expr>map(k -> new Expr.Literal(k, token.getText(), span))
                .orElseGet(() -> new Expr.Error(span));
    }

    /** Returns the kind of a literal token; empty for any other, since the token stage has reported it. */
    private static Optional<LiteralKind> kind(Token token) {
        return switch (token.getType()) {
            case BbcParser.INT -> Optional.of(LiteralKind.INT);
            case BbcParser.DECIMAL -> Optional.of(LiteralKind.DECIMAL);
            case BbcParser.PERCENT -> Optional.of(LiteralKind.PERCENT);
            case BbcParser.QUANTITY -> Units.kindOf(token.getText());
            case BbcParser.ADDRESS4 -> Optional.of(LiteralKind.ADDRESS4);
            case BbcParser.SUBNET4 -> Optional.of(LiteralKind.SUBNET4);
            case BbcParser.ADDRESS6 -> Optional.of(LiteralKind.ADDRESS6);
            case BbcParser.SUBNET6 -> Optional.of(LiteralKind.SUBNET6);
            case BbcParser.MAC -> Optional.of(LiteralKind.MAC);
            case BbcParser.DATE -> Optional.of(LiteralKind.DATE);
            case BbcParser.DIGEST -> Optional.of(LiteralKind.DIGEST);
            case BbcParser.SYSCALL_GROUP -> Optional.of(LiteralKind.SYSCALL_GROUP);
            default -> Optional.empty();
        };
    }
}
