package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings about members of a body: unknown, misplaced, in the wrong form; see {@link BodyCheck}. */
record MemberFindings(ProgramContext context) {
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
        context.report(EvalMessages.unknown(
                Code.UNKNOWN_MEMBER,
                name.span(),
                "unknown field or block `" + name + "` in " + where.title(),
                name.text(),
                known));
    }

    void form(Span span, String message, String fix) {
        context.report(Finding.of(Code.WRONG_MEMBER_FORM, span, message).fix(fix));
    }
}
