package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expr extends SyntaxNode {
    /** The kind of a literal token. */
    enum LiteralKind {
        INT,
        DECIMAL,
        PERCENT,
        SIZE,
        DURATION,
        RATE,
        SUBNET4,
        ADDRESS4,
        SUBNET6,
        ADDRESS6,
        MAC,
        DATE,
        DIGEST,
        SYSCALL_GROUP
    }

    /** One literal token; its text as written. The typed parsers of package {@code value} read it. */
    record Literal(LiteralKind kind, String text, Span span) implements Expr {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Span span) implements Expr {}

    /** {@code "…"} without interpolation, or {@code '''…'''}; the decoded string. */
    record Text(String value, Span span) implements Expr {}

    /** {@code "a{x}b"}: strings and expressions in order; strings are {@link Text}. */
    record Template(List<Expr> parts, Span span) implements Expr {}

    /** {@code auto}. */
    record Auto(Span span) implements Expr {}

    /** {@code none}. */
    record None(Span span) implements Expr {}

    /**
     * {@code self}, {@code workload}, {@code tenant}, {@code host}, {@code it}: an enclosing block, or the value under
     * test.
     */
    record Scope(String word, Span span) implements Expr {}

    /** A bare word: a local, a member of the expected enum, or a reference of the expected kind. */
    record NameRef(String name, Span span) implements Expr {}

    /** {@code x.name}. */
    record Member(Expr of, Name name, Span span) implements Expr {}

    /** {@code f(args)}: a function, or a constructor such as {@code directory("/x")}. */
    record Call(Name function, List<Arg> args, Span span) implements Expr {}

    /** {@code -x}, {@code not x}. */
    record Unary(UnaryOp op, Expr operand, Span span) implements Expr {}

    /** {@code a op b}. */
    record Binary(BinaryOp op, Expr left, Expr right, Span span) implements Expr {}

    /** {@code a..b}, both ends included. */
    record Range(Expr from, Expr to, Span span) implements Expr {}

    /** {@code if c then a else b}. */
    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

    /** {@code [a, b]}: a list, or a set where a set is expected. */
    record ListOf(List<Expr> elements, Span span) implements Expr {}

    /** {@code [f(x) for x in xs where c]}. */
    record Comprehension(Expr element, LoopVariables variables, Expr in, Optional<Expr> where, Span span)
            implements Expr {}

    /** <code>{ k = v; … }</code> inside {@code ( )} or {@code [ ]}: a record, or a map. */
    record RecordOf(List<RecordField> fields, Span span) implements Expr {}

    /**
     * A value in a data file, which the expected type reads.
     *
     * @param isString whether the file says that it is a string, and thus no number; a cell of CSV is anything
     */
    record Datum(String text, boolean isString, Span span) implements Expr {}

    /** Part that did not parse; its consequences are silent. */
    record Error(Span span) implements Expr {}

    /** Field of a record literal; a map's key is a name or a string. */
    record RecordField(Name name, Expr value, Span span) implements SyntaxNode {}

    /** An argument, by position or by name. */
    record Arg(Optional<Name> name, Expr value, Span span) implements SyntaxNode {}

    /** Prefix operators. */
    enum UnaryOp {
        NEGATE,
        NOT
    }

    /** Infix operators; {@code IN} and {@code CONTAINS} test membership. */
    enum BinaryOp {
        OR,
        AND,
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IN,
        CONTAINS,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }
}
