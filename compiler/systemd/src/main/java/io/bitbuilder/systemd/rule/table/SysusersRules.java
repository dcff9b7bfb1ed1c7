package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.conf.TextLine;
import io.bitbuilder.systemd.conf.TextLines;
import io.bitbuilder.systemd.object.FindingSink;
import java.util.HashMap;
import java.util.Map;

/** Rules of sysusers.d(5): single lines, then lines for one name. */
final class SysusersRules {
    private SysusersRules() {}

    static void judge(RawFile raw, FindingSink sink) {
        TextLines file = TextLines.read(raw.path(), raw.bytes());
        Map<String, SysusersItem> items = new HashMap<>();
        for (TextLine line : file.lines()) {
            SysusersLine.Outcome outcome =
                    SysusersLine.read(line.text(), line.span().line());
            if (!outcome.error().isEmpty()) {
                sink.add(Code.INVALID_DIRECTIVE_VALUE, line.span(), outcome.error());
            }
            outcome.item().ifPresent(item -> add(items, item, line, sink));
        }
        file.tooLong()
                .ifPresent(span -> sink.add(
                        Code.FILE_IGNORED,
                        span,
                        "the line exceeds systemd's limit; systemd does not read the rest of the file"));
    }

    private static void add(Map<String, SysusersItem> items, SysusersItem item, TextLine line, FindingSink sink) {
        SysusersItem earlier = items.putIfAbsent(item.type() + item.name(), item);
        if (earlier != null && !earlier.facts().equals(item.facts())) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE,
                    line.span(),
                    "conflicts with line " + earlier.line() + " for " + item.name() + "; systemd ignores this line");
        }
    }
}
