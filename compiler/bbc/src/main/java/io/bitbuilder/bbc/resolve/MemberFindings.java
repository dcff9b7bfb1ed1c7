package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Findings about members of a body: unknown, misplaced, in the wrong form; see {@link BodyCheck}. */
record MemberFindings(ProgramContext context) {
    private static final Set<String> DECLARATIONS =
            Set.of("enum", "kind", "ordered", "policy", "profile", "type", "waive");

    Finding unknownKind(Span span, String name) {
        List<String> known = context.schema().kinds().stream().map(Kind::name).toList();
        return EvalMessages.unknown(Code.UNKNOWN_DEFINITION, span, "unknown kind `" + name + "`", name, known);
    }

    void misplaced(Stmt.Entry entry, BodyContext where) {
        List<String> homes =
                context.schema().kind(entry.kind().text()).map(Kind::in).orElse(List.of());
        if (homes.contains("platform") && !where.kind().name().equals("platform")) {
            context.report(Finding.of(
                            Code.PLATFORM_ONLY,
                            Labels.span(entry),
                            "`" + entry.kind() + "` is only allowed in the platform")
                    .why("hosts, pools, images and admissions belong to the platform")
                    .fix("ask the platform's owner to add it"));
            return;
        }
        String home = homes.isEmpty() ? "at the top of a file" : "in a " + String.join(" or ", homes);
        form(Labels.span(entry), "`" + entry.kind() + "` is not allowed in " + where.title(), "write it " + home);
    }

    String example(KeyedBlocks blocks) {
        Kind element = context.schema().kind(blocks.kind()).orElseThrow();
        return example(blocks.name(), element, Labels.order(element, blocks.by()));
    }

    static String example(String word, Kind element, List<String> order) {
        int behind = element.keyNotation().target().size();
        String labels = String.join(" ", order.subList(0, order.size() - behind))
                + (behind > 0 ? " -> " + order.getLast() : "");
        return "`" + word + " " + labels + " { … }`";
    }

    void unknown(Name name, BodyContext where, MemberTable members) {
        Optional<UnsupportedMember> unsupported =
                UnsupportedMember.of(where.kind().name(), where.prefix() + name.text());
        if (unsupported.isPresent()) {
            context.report(Finding.of(
                            Code.UNSUPPORTED_MEMBER,
                            name.span(),
                            "unsupported field or block `" + name + "` in " + where.title())
                    .why(unsupported.get().why())
                    .fix(unsupported.get().fix()));
            return;
        }
        List<String> known = new ArrayList<>(members.members().keySet());
        if (where.prefix().isEmpty() && members == where.kind().members()) {
            context.schema().children(where.kind().name()).forEach(k -> known.add(k.name()));
        }
        String message = "unknown field or block `" + name + "` in " + where.title();
        Finding plain = Finding.of(Code.UNKNOWN_MEMBER, name.span(), message);
        Optional<Fix> synonym = Synonym.of(where.kind().name(), where.prefix() + name.text())
                .map(s -> s.fix(name.span()))
                .or(() -> respelled(name, known));
        if (synonym.isPresent()) {
            context.report(plain.fix(synonym.get()));
        } else if (DECLARATIONS.contains(name.text())) {
            context.report(plain.why("`" + name + "` declares something for all blocks of a file")
                    .fix("move it to the top of the file, before the tenant"));
        } else {
            Finding near = EvalMessages.unknown(Code.UNKNOWN_MEMBER, name.span(), message, name.text(), known);
            context.report(
                    near.fixes().isEmpty()
                            ? near.fix("see `" + where.kind().name() + "` in docs/kinds.md for its " + known.size()
                                    + " fields and blocks")
                            : near);
        }
    }

    /** Returns the member in the case and with the hyphens of the language. */
    private static Optional<Fix> respelled(Name name, List<String> known) {
        String own = name.text()
                .replace('_', '-')
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return known.contains(own)
                ? Optional.of(Fix.certain("write `" + own + "`", new TextEdit(name.span(), own)))
                : Optional.empty();
    }

    void form(Span span, String message, String fix) {
        context.report(Finding.of(Code.WRONG_MEMBER_FORM, span, message).fix(fix));
    }
}
