package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Declaration at the top of a file. */
public sealed interface Decl extends SyntaxNode {
    /** {@code tenant acme { … }}, {@code platform x { … }}: a block. */
    record TopLevelBlock(Stmt.Entry entry) implements Decl {
        @Override
        public Span span() {
            return entry.span();
        }
    }

    /**
     * {@code kind NAME in KIND, … { … }}: the schema of a block.
     *
     * @param in kinds whose bodies may hold it; empty if used only as element of {@code many} or {@code block} members
     * @param form positional notation of its key fields, {@code form proto host '->' guest}; the part before the arrow,
     *     then after
     */
    record Kind(
            Name name,
            List<Name> in,
            List<Name> form,
            List<Name> formTarget,
            List<KindMember> members,
            Optional<String> doc,
            Span span)
            implements Decl {}

    /** {@code profile NAME(params) for kind, kind { … }}. */
    record Profile(Name name, List<Param> params, List<Name> kinds, Body body, Optional<String> doc, Span span)
            implements Decl {}

    /** {@code enum Mode { bridge nat }}; members of an {@code ordered} one compare with {@code <}. */
    record EnumType(Name name, boolean ordered, List<Name> words, Optional<String> doc, Span span) implements Decl {}

    /** {@code type Web = { port: Port }}, {@code type Small = Size where it <= 1GiB}. */
    record TypeAlias(Name name, TypeExpr type, Optional<String> doc, Span span) implements Decl {}

    /** {@code let n = expr} at the top of a file. */
    record Let(Name name, Expr value, Span span) implements Decl {}

    /**
     * {@code policy NAME { deny KIND VARIABLE when condition; message "…"; help "…" }}.
     *
     * @param help advice to the author of the block
     */
    record Policy(Name name, PolicyRule rule, Expr message, Optional<Expr> help, Optional<String> doc, Span span)
            implements Decl {}

    /**
     * Rule of a policy: a finding for each block of that kind for which the condition holds.
     *
     * @param deny whether the finding is an error; else it is a warning
     */
    record PolicyRule(boolean deny, Name subject, Name variable, Expr condition, Span span) implements SyntaxNode {}

    /**
     * {@code waive POLICY for acme.web because "…" until 2027-01-31}.
     *
     * @param block path of a tenant's block
     * @param until first day on which it no longer holds; empty if it does not end
     */
    record Waiver(Name policy, List<Name> block, String reason, Optional<LocalDate> until, Span span) implements Decl {
        /** Returns the names of the path. */
        public List<String> path() {
            return block.stream().map(Name::text).toList();
        }

        /** Returns the path with dots. */
        public String title() {
            return String.join(".", path());
        }
    }

    /**
     * {@code test "…" { tenant t { … }; expect … }}.
     *
     * @param title its name, as it is written
     * @param lets values that its blocks and expectations read
     * @param blocks the fleet that it compiles; without one it reads the fleet that it is part of
     */
    record Test(
            Name title,
            List<Let> lets,
            List<TopLevelBlock> blocks,
            List<Expected> expectations,
            Optional<String> doc,
            Span span)
            implements Decl {
        /** Copies. */
        public Test {
            lets = List.copyOf(lets);
            blocks = List.copyOf(blocks);
            expectations = List.copyOf(expectations);
        }
    }

    /** {@code extend kind tenant { cost-centre: Text }}: more fields of a kind, which policies read. */
    record Extension(Name kind, List<KindMember> members, Span span) implements Decl {
        /** Copies. */
        public Extension {
            members = List.copyOf(members);
        }
    }

    /** {@code private profile …}: a profile, type, enum or {@code let} that tenants do not see. */
    record Private(Decl decl, Span span) implements Decl {}

    /**
     * {@code data rows: [{name: Name}] = file("shops.csv")}: values in a file beside the program.
     *
     * @param path of the file, relative to the folder of the program
     * @param content the values of the file; empty until it is read
     */
    record Data(Name name, Optional<TypeExpr> type, Name path, Optional<Expr> content, Span span) implements Decl {
        /** Returns the same declaration with the values of its file. */
        public Data with(Expr values) {
            return new Data(name, type, path, Optional.of(values), span);
        }
    }

    /** A parameter of a profile. */
    record Param(Name name, TypeExpr type, Optional<Expr> value, Span span) implements SyntaxNode {}

    /**
     * {@code name: type = default writes "file/Section.Key"} in a kind; a default of {@code auto} makes the field late.
     *
     * @param writes directives that the field is, as written
     */
    record KindMember(
            Name name, TypeExpr type, Optional<Expr> value, List<Name> writes, Optional<String> doc, Span span)
            implements SyntaxNode {}
}
