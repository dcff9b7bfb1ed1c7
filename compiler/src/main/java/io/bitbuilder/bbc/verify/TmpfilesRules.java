package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.TextLine;
import io.bitbuilder.bbc.conf.TextLines;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.source.RawFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of tmpfiles.d(5): each line for itself, then lines for one path. */
final class TmpfilesRules {
    private TmpfilesRules() {}

    static void judge(RawFile raw, Sink sink) {
        TextLines file = TextLines.read(raw.path(), raw.bytes());
        Map<String, List<TmpfilesItem>> items = new HashMap<>();
        for (TextLine line : file.lines()) {
            TmpfilesLine.Outcome outcome = TmpfilesLine.read(line.text(), sink.target());
            outcome.complaints().forEach(c -> sink.add(LineRules.code(c.effect()), line.span(), c.reason()));
            outcome.item().ifPresent(item -> add(items, item, line, sink));
        }
        file.tooLong().ifPresent(span -> sink.add(Code.SYS008, span, "the line is longer than systemd reads; it reads nothing behind it"));
    }

    private static void add(Map<String, List<TmpfilesItem>> items, TmpfilesItem item, TextLine line, Sink sink) {
        List<TmpfilesItem> known = items.computeIfAbsent(item.isGlob() + item.path(), path -> new ArrayList<>());
        Optional<TmpfilesItem> repeated = known.stream().filter(item::repeats).findFirst();
        if (repeated.isPresent()) {
            sink.add(Code.SYS004, line.span(), "a line for " + item.path() + " stands above with other settings; systemd leaves this one out");
        } else {
            known.add(item);
        }
    }
}
