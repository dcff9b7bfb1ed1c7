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

/** Rules of tmpfiles.d(5): single lines, then lines for one path. */
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
        file.tooLong().ifPresent(span -> sink.add(Code.SYS008, span, "the line exceeds systemd's limit; systemd does not read the rest of the file"));
    }

    private static void add(Map<String, List<TmpfilesItem>> items, TmpfilesItem item, TextLine line, Sink sink) {
        List<TmpfilesItem> known = items.computeIfAbsent(item.isGlob() + item.path(), path -> new ArrayList<>());
        Optional<TmpfilesItem> repeated = known.stream().filter(item::repeats).findFirst();
        if (repeated.isPresent()) {
            sink.add(Code.SYS004, line.span(), "duplicate line for " + item.path() + " with other settings than above; systemd ignores this line");
        } else {
            known.add(item);
        }
    }
}
