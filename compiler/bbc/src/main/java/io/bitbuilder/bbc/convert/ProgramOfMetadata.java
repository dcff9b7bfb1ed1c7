package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.format.ProgramBlock;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.InternalFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a {@code metadata.json} as a program: its syntax tree, in the style. */
public final class ProgramOfMetadata {
    private ProgramOfMetadata() {}

    /**
     * Returns the program of a file that {@code MetadataReader} has read without an error.
     *
     * @return empty if the program exceeds a limit, which is a finding
     */
    public static Optional<String> of(SourceUnit unit, Findings findings) {
        ProgramBlock program = ProgramBlock.program();
        for (Decl decl : unit.decls()) {
            if (!(decl instanceof Decl.TopLevelBlock(Stmt.Entry entry))) {
                throw new InternalFault("metadata.json declares more than a tenant");
            }
            entry(entry, program);
        }
        return program.text(findings);
    }

    private static void entry(Stmt.Entry entry, ProgramBlock into) {
        String word = entry.kind().text();
        ProgramBlock block = entry.labels().isEmpty()
                ? into.block(word)
                : into.block(word, label(entry.labels().getFirst()));
        entry.body().orElseThrow().stmts().forEach(stmt -> statement(stmt, block));
    }

    private static void statement(Stmt stmt, ProgramBlock into) {
        switch (stmt) {
            case Stmt.Field field -> into.field(path(field.path()), value(field.value()));
            case Stmt.Entry entry -> entry(entry, into);
            default -> throw unknown(stmt);
        }
    }

    private static String path(List<Name> path) {
        return path.stream().map(Name::text).collect(Collectors.joining("."));
    }

    private static String label(Stmt.Label label) {
        return label.value() instanceof Expr.NameRef name ? name.name() : value(label.value());
    }

    private static String value(Expr value) {
        return switch (value) {
            case Expr.Literal literal -> literal.text();
            case Expr.Bool bool -> String.valueOf(bool.value());
            case Expr.Text text -> Lexical.quoted(text.value());
            case Expr.Auto auto -> "auto";
            case Expr.Scope scope -> scope.word();
            case Expr.NameRef ref -> Lexical.isName(ref.name()) ? ref.name() : Lexical.quoted(ref.name());
            case Expr.ListOf list ->
                list.elements().stream().map(ProgramOfMetadata::value).collect(Collectors.joining(", ", "[", "]"));
            default -> throw unknown(value);
        };
    }

    private static InternalFault unknown(Object node) {
        return new InternalFault(
                "metadata.json became " + node.getClass().getSimpleName() + ", which is not written yet");
    }
}
