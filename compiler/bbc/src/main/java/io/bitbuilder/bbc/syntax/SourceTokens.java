package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Lists the tokens of a tree without errors, with their roles, and the comments between them. */
final class SourceTokens {
    private final String text;
    private final SyntaxFindings findings;
    private final List<SourceToken> out = new ArrayList<>();
    private int end;

    private SourceTokens(String text, SyntaxFindings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** Returns the tokens; characters that the token stage has skipped silently are findings. */
    static List<SourceToken> of(FileContext tree, String text, SyntaxFindings findings) {
        SourceTokens tokens = new SourceTokens(text, findings);
        tokens.visit(tree);
        return tokens.out;
    }

    private void visit(ParseTree node) {
        switch (node) {
            case TextContext string -> add(Role.WORD, string.start, string.stop);
            case TerminalNode leaf -> {
                Role role = role(leaf.getSymbol().getType(), leaf.getParent());
                if (role == Role.SEPARATOR) {
                    out.add(SourceToken.SEPARATOR);
                } else {
                    add(role, leaf.getSymbol(), leaf.getSymbol());
                }
            }
            default -> {
                for (int i = 0; i < node.getChildCount(); i++) {
                    visit(node.getChild(i));
                }
            }
        }
    }

    private void add(Role role, Token first, Token last) {
        int start = role == Role.END ? text.length() : first.getStartIndex();
        TokenGap.foreign(text, end, start)
                .ifPresent(at -> findings.add(Finding.of(
                                Code.UNEXPECTED_CHARACTER,
                                findings.span(at, at + 1),
                                "unexpected `" + text.charAt(at) + "`")
                        .why("a comment begins with `#` and ends with its line")
                        .fix("write `#` before the comment, or delete it")));
        TokenGap gap = TokenGap.read(text, end, start);
        end = role == Role.END ? start : last.getStopIndex() + 1;
        out.add(new SourceToken(role, text.substring(start, end).replace("\r\n", "\n"), gap));
    }

    private static Role role(int type, ParseTree parent) {
        return switch (type) {
            case Token.EOF -> Role.END;
            case BbcParser.SEP -> Role.SEPARATOR;
            case BbcParser.COMMA -> separates(parent) ? Role.SEPARATOR : Role.COMMA;
            case BbcParser.DOC -> Role.DOC;
            case BbcParser.LBRACE -> brace(parent);
            case BbcParser.LPAREN, BbcParser.LBRACKET -> bracket(parent);
            case BbcParser.RBRACE, BbcParser.RPAREN, BbcParser.RBRACKET -> Role.CLOSE;
            case BbcParser.OR -> Role.OR;
            case BbcParser.AND -> Role.AND;
            case BbcParser.EQ,
                    BbcParser.NE,
                    BbcParser.LT,
                    BbcParser.LE,
                    BbcParser.GT,
                    BbcParser.GE,
                    BbcParser.CONTAINS -> Role.COMPARISON;
            case BbcParser.IN -> parent instanceof CompareExprContext ? Role.COMPARISON : Role.WORD;
            case BbcParser.PLUS -> Role.SUM;
            case BbcParser.MINUS -> parent instanceof UnaryExprContext ? Role.PREFIX : Role.SUM;
            case BbcParser.STAR, BbcParser.SLASH -> Role.PRODUCT;
            case BbcParser.DOT, BbcParser.RANGE -> Role.TIGHT;
            case BbcParser.COLON, BbcParser.QUESTION -> Role.SUFFIX;
            default -> Role.WORD;
        };
    }

    private static boolean separates(ParseTree parent) {
        return parent instanceof EnumTypeContext || bracket(parent) != Role.GROUP;
    }

    private static Role brace(ParseTree parent) {
        return switch (parent) {
            case EnumTypeContext e -> Role.NAMES;
            case BraceTypeContext type -> TypeBuilder.isRecord(type) ? Role.BODY : Role.GROUP;
            default -> Role.BODY;
        };
    }

    private static Role bracket(ParseTree parent) {
        return switch (parent) {
            case ParamsContext p -> Role.CALL;
            case ArgsContext a -> Role.CALL;
            case DataContext d -> Role.CALL;
            case KeysContext k -> Role.LIST;
            case ListContext list -> list.comprehension() == null ? Role.LIST : Role.GROUP;
            default -> Role.GROUP;
        };
    }
}
