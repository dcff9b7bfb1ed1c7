package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads data files to the expressions that a program would write: JSON, and CSV with names in its first line. */
public final class DataFile {
    private DataFile() {}

    /** Returns whether a path has an ending of data files. */
    public static boolean isNamed(String path) {
        return path.endsWith(".json") || path.endsWith(".csv");
    }

    /** Returns the values of a file, with their places in it; empty, with a finding, if it has a mistake. */
    public static Optional<Expr> read(SourceFile file, Limits limits, Findings findings) {
        return file.path().endsWith(".csv")
                ? CsvReader.read(file, limits, findings)
                : JsonReader.read(file, limits, findings).map(DataFile::expr);
    }

    private static Expr expr(JsonNode node) {
        return switch (node) {
            case JsonNode.Object(var members, var span) ->
                new Expr.RecordOf(members.stream().map(DataFile::field).toList(), span);
            case JsonNode.Array(var elements, var span) ->
                new Expr.ListOf(elements.stream().map(DataFile::expr).toList(), span);
            case JsonNode.Text(var value, var span) -> new Expr.Datum(value, true, span);
            case JsonNode.Number(var text, var span)
            when text.matches("[0-9]+") -> new Expr.Literal(Expr.LiteralKind.INT, text, span);
            case JsonNode.Number(var text, var span) -> new Expr.Datum(text, false, span);
            case JsonNode.Bool(var value, var span) -> new Expr.Bool(value, span);
            case JsonNode.Null(var span) -> new Expr.None(span);
        };
    }

    private static Expr.RecordField field(JsonNode.Member member) {
        return new Expr.RecordField(new Name(member.key(), member.keySpan()), expr(member.value()), member.span());
    }

    /** Returns a list of expressions. */
    static Expr list(List<Expr> rows, SourceFile file) {
        return new Expr.ListOf(
                rows,
                rows.isEmpty()
                        ? file.start()
                        : rows.getFirst().span().to(rows.getLast().span()));
    }
}
