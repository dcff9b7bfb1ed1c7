package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a syntax tree without its places, so that trees of differing layouts compare. */
public final class SyntaxText {
    private SyntaxText() {}

    /** Returns the tree of a program. */
    public static String of(String program) {
        Findings findings = new Findings();
        String tree = show(Parser.parse(Programs.file(program), findings).decls());
        if (findings.hasErrors()) {
            throw new AssertionError(findings.sorted() + "\n" + program);
        }
        return tree;
    }

    /** Returns the tree of declarations of any origin. */
    public static String of(List<Decl> decls) {
        return show(decls);
    }

    private static String show(Object node) {
        return switch (node) {
            case Span span -> "";
            case Record part ->
                Stream.of(part.getClass().getRecordComponents())
                        .map(component -> show(value(part, component)))
                        .collect(Collectors.joining(" ", part.getClass().getSimpleName() + "(", ")"));
            case List<?> parts -> parts.stream().map(SyntaxText::show).collect(Collectors.joining("\n", "[", "]"));
            case Optional<?> part -> part.map(SyntaxText::show).orElse("-");
            default -> node.toString();
        };
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
