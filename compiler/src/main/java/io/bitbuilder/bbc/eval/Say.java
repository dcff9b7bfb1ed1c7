package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Edit;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Fix;
import io.bitbuilder.bbc.diagnostic.Suggest;
import io.bitbuilder.bbc.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Words that several findings share. */
public final class Say {
    private static final int SHOWN = 12;

    private Say() {}

    /** A finding about a name that is not known, with the nearest one or, when there are few, all of them. */
    public static Finding unknown(Code code, Span span, String message, String name, Collection<String> known) {
        Finding finding = Finding.of(code, span, message);
        var near = Suggest.closest(name, known);
        if (near.isPresent()) {
            boolean exact = span.text().equals(name);
            String text = "write `" + near.get() + "`";
            return finding.fix(exact ? new Fix(text, List.of(new Edit(span, near.get()))) : Fix.of(text));
        }
        Collection<String> sorted = new TreeSet<>(known);
        return sorted.isEmpty() || sorted.size() > SHOWN ? finding : finding.fix("one of these: " + String.join(", ", sorted));
    }

    /** A value for messages: "the size 2GiB", "the text "x"". */
    static String thing(Value value) {
        return switch (value) {
            case Value.Scalar(Boolean b) -> "`" + b + "`";
            case Value.Scalar(Long n) -> "the number " + n;
            case Value.Scalar(Object of) -> "the " + Scalars.of(of).word().toLowerCase(Locale.ROOT).replaceAll("[46]$", "") + " " + Values.quoted(value);
            case Value.Word w -> "`" + w.word() + "` of " + w.of().name();
            case Value.Ref r -> "the " + r.kind() + " " + r.name();
            case Value.Items i -> "a list";
            case Value.Members m -> "a set";
            case Value.Entries e -> "a record";
            case Value.Made m -> "`" + m.function() + "(…)`";
            case Value.Place(Entity of) -> of.title();
            case Value.Auto a -> "`auto`";
            case Value.None n -> "`none`";
            case Value.Late l -> l.claim();
            case Value.Error e -> "an error";
        };
    }
}
