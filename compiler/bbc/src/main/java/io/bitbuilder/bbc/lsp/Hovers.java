package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.source.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** Meaning of a name in Markdown: the declaration, its documentation, and where it is declared. */
final class Hovers {
    private Hovers() {}

    /** Returns the hover of a name; empty if nothing declares it. */
    static Optional<Hover> of(NameUse name, FleetNames names) {
        return text(name, names).map(text -> hover(text, name.span()));
    }

    private static Hover hover(String text, Span span) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), TextPositions.range(span));
    }

    private static Optional<String> text(NameUse name, FleetNames names) {
        return switch (name) {
            case NameUse.OfKind(Span s, Kind kind) -> Optional.of(text(kind));
            case NameUse.OfMember member -> Optional.of(text(member.path(), member.member()));
            case NameUse.OfWord(Span s, var type) ->
                Optional.of(code("enum " + type.name() + " { " + String.join(" ", type.words()) + " }"));
            default ->
                names.key(name)
                        .flatMap(key -> names.declarations(key).stream().findFirst())
                        .map(Hovers::text);
        };
    }

    /** Returns the documentation of a kind. */
    static String text(Kind kind) {
        String in = kind.in().isEmpty() ? "" : " in " + String.join(", ", kind.in());
        return code("kind " + kind.name() + in) + doc(kind.doc());
    }

    /** Returns the documentation of a member. */
    static String text(String path, Member member) {
        return switch (member) {
            case Field field -> code(path + ": " + declared(field)) + doc(field.doc()) + writes(field);
            case NestedBlock nested -> code(path + " { … }") + doc(nested.doc());
            case KeyedBlocks keyed ->
                code("many " + keyed.kind() + " by " + String.join(", ", keyed.by())) + doc(keyed.doc());
        };
    }

    private static String declared(Field field) {
        return Type.text(field.type())
                + field.value().map(value -> " = " + value.span().text()).orElse("");
    }

    private static String writes(Field field) {
        return field.writes().isEmpty()
                ? ""
                : field.writes().stream()
                        .map(path -> "`" + path + "`")
                        .collect(Collectors.joining(", ", "\n\nWrites ", "."));
    }

    /** The first line of the declaration is its heading. */
    private static String text(NameUse.Declares declaration) {
        String first = declaration.whole().text().lines().findFirst().orElse("").strip();
        return code(first) + doc(declaration.doc()) + "\n\nDeclared at " + declaration.span() + ".";
    }

    private static String code(String line) {
        return "```bbc\n" + line + "\n```";
    }

    private static String doc(Optional<String> doc) {
        return doc.map(text -> "\n\n" + text.strip()).orElse("");
    }
}
