package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.TextLine;
import io.bitbuilder.bbc.conf.TextLines;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.source.RawFile;
import java.util.HashMap;
import java.util.Map;

/** Rules of sysusers.d(5): single lines, then lines for one name. */
final class SysusersRules {
    private SysusersRules() {}

    static void judge(RawFile raw, Sink sink) {
        TextLines file = TextLines.read(raw.path(), raw.bytes());
        Map<String, SysusersItem> items = new HashMap<>();
        for (TextLine line : file.lines()) {
            SysusersLine.Outcome outcome = SysusersLine.read(line.text(), line.span().line());
            if (!outcome.error().isEmpty()) {
                sink.add(Code.SYS004, line.span(), outcome.error());
            }
            outcome.item().ifPresent(item -> add(items, item, line, sink));
        }
        file.tooLong().ifPresent(span -> sink.add(Code.SYS008, span, "the line exceeds systemd's limit; systemd does not read the rest of the file"));
    }

    private static void add(Map<String, SysusersItem> items, SysusersItem item, TextLine line, Sink sink) {
        SysusersItem earlier = items.putIfAbsent(item.type() + item.name(), item);
        if (earlier != null && !earlier.facts().equals(item.facts())) {
            sink.add(Code.SYS004, line.span(), "conflicts with line " + earlier.line() + " for " + item.name() + "; systemd ignores this line");
        }
    }
}
