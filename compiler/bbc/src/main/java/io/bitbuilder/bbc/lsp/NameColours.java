package io.bitbuilder.bbc.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/**
 * Semantic tokens: the names of a file by their meaning. Keywords and literals are coloured by the editor's grammar.
 */
final class NameColours {
    private static final List<String> TYPES = List.of(
            SemanticTokenTypes.Class,
            SemanticTokenTypes.Property,
            SemanticTokenTypes.EnumMember,
            SemanticTokenTypes.Variable,
            SemanticTokenTypes.Function,
            SemanticTokenTypes.Type,
            SemanticTokenTypes.Namespace);
    private static final int DECLARATION = 1;

    /** Types and modifiers, which numbers of the tokens refer to. */
    static final SemanticTokensLegend LEGEND =
            new SemanticTokensLegend(TYPES, List.of(SemanticTokenModifiers.Declaration));

    private NameColours() {}

    /** Returns the tokens of a file: each relative to the one before it. */
    static SemanticTokens of(List<NameUse> uses, FleetNames names) {
        List<Integer> data = new ArrayList<>();
        Position last = new Position(0, 0);
        int end = -1;
        for (NameUse use : uses) {
            Optional<String> type = type(use, names);
            String text = use.span().text();
            if (type.isEmpty() || use.span().start() < end || text.indexOf('\n') >= 0) {
                continue;
            }
            Position start = TextPositions.range(use.span()).getStart();
            boolean sameLine = start.getLine() == last.getLine();
            data.add(start.getLine() - last.getLine());
            data.add(start.getCharacter() - (sameLine ? last.getCharacter() : 0));
            data.add(text.length());
            data.add(TYPES.indexOf(type.get()));
            data.add(use instanceof NameUse.Declares ? DECLARATION : 0);
            last = start;
            end = use.span().end();
        }
        return new SemanticTokens(data);
    }

    private static Optional<String> type(NameUse use, FleetNames names) {
        return switch (use) {
            case NameUse.OfKind k -> Optional.of(SemanticTokenTypes.Class);
            case NameUse.OfMember m -> Optional.of(SemanticTokenTypes.Property);
            case NameUse.OfWord w -> Optional.of(SemanticTokenTypes.EnumMember);
            default ->
                names.key(use).map(key -> switch (key.kind()) {
                    case SymbolKey.PROFILE, SymbolKey.POLICY -> SemanticTokenTypes.Function;
                    case SymbolKey.TYPE -> SemanticTokenTypes.Type;
                    case SymbolKey.TENANT -> SemanticTokenTypes.Namespace;
                    default -> SemanticTokenTypes.Variable;
                });
        };
    }
}
