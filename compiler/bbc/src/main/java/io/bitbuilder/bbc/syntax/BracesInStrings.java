package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;

/** A brace in a string that was meant literally, as in JSON or a template of another program. */
final class BracesInStrings {
    private static final String WHY = "`{` in a string begins an expression; `\\{` is a brace";

    private BracesInStrings() {}

    /** Returns the help for an unexpected token within the braces of a string. */
    static Optional<SyntaxHelp> of(ParserRuleContext context, SyntaxFindings findings) {
        for (RuleContext at = context; at != null; at = at.getParent()) {
            if (at instanceof BbcParser.TextPartContext part) {
                int brace = part.start.getStartIndex();
                return Optional.of(new SyntaxHelp(WHY, escape(findings.span(brace, brace))));
            }
        }
        return Optional.empty();
    }

    /** Returns the finding for a backslash after the brace: quotes within a string, not within its expression. */
    static Finding escaped(Span brace) {
        return Finding.of(Code.SYNTAX_ERROR, brace, "expected an expression in a string, found a backslash")
                .why(WHY)
                .fix(escape(new Span(brace.file(), brace.start(), brace.start())));
    }

    /** Only the author knows which braces are literal. */
    private static Fix escape(Span before) {
        return new Fix("write `\\{` for each literal brace", java.util.List.of(new TextEdit(before, "\\")));
    }
}
