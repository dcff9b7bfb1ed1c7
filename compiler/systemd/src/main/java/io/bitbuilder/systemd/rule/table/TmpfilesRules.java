package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.conf.TextLine;
import io.bitbuilder.systemd.conf.TextLines;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.rule.line.LineRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of tmpfiles.d(5): single lines, then lines for one path. */
final class TmpfilesRules {
    private TmpfilesRules() {}

    static void judge(RawFile raw, FindingSink sink) {
        TextLines file = TextLines.read(raw.path(), raw.bytes());
        Map<String, List<TmpfilesItem>> items = new HashMap<>();
        for (TextLine line : file.lines()) {
            TmpfilesLine.Outcome outcome = TmpfilesLine.read(line.text(), sink.target());
            outcome.complaints().forEach(c -> sink.add(LineRules.code(c.effect()), line.span(), c.reason()));
            outcome.item().ifPresent(item -> add(items, item, line, sink));
        }
        file.tooLong()
                .ifPresent(span -> sink.add(
                        Code.FILE_IGNORED,
                        span,
                        "the line exceeds systemd's limit; systemd does not read the rest of the file"));
    }

    private static void add(Map<String, List<TmpfilesItem>> items, TmpfilesItem item, TextLine line, FindingSink sink) {
        List<TmpfilesItem> known = items.computeIfAbsent(item.isGlob() + item.path(), path -> new ArrayList<>());
        Optional<TmpfilesItem> repeated = known.stream().filter(item::repeats).findFirst();
        if (repeated.isPresent()) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE,
                    line.span(),
                    "duplicate line for " + item.path() + " with other settings than above; systemd ignores this line");
        } else {
            known.add(item);
        }
    }
}
