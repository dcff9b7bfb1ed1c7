package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.Header;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.directive.Context;
import io.bitbuilder.bbc.directive.ExecLines;
import io.bitbuilder.bbc.source.Span;
import java.util.Locale;

/**
 * A unit to check, with its settings and the sink of findings.
 *
 * @param main   section of its type, such as {@code Service}
 * @param common settings of [Unit]
 * @param own    settings of that section
 */
record UnitContext(Loaded unit, Lines lines, Sink sink, String main, EffectiveSettings common, EffectiveSettings own) {

    static UnitContext of(Loaded unit, Lines lines, Sink sink) {
        String type = unit.kind().name();
        String main = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        EffectiveSettings settings = EffectiveSettings.of(unit, lines);
        return new UnitContext(unit, lines, sink, main, settings.in("Unit"), settings.in(main));
    }

    /** Returns the number of commands in all lines of a key together. */
    int commands(String key) {
        return own.all(key).stream().mapToInt(a -> lines.find(unit.kind(), main, key)
                .map(d -> ExecLines.commands(a.value(), new Context(d, unit.name(), lines.target(), lines.catalogue()))).orElse(0)).sum();
    }

    /** Returns the place for findings about missing settings: its own section, else its first section, else the start of its file. */
    Span place() {
        return unit.sections(main).stream().findFirst().or(() -> unit.files().flatMap(f -> f.headers().stream()).findFirst())
                .map(Header::span).orElseGet(unit::start);
    }

    /** Reports that systemd does not load the unit. */
    void refuse(Span span, String reason, String fix) {
        sink.add(Finding.of(Code.SYS009, span, reason + "; systemd does not load the unit").fix(fix));
    }

    /** Reports that a line has no effect. */
    void ignore(Assignment assignment, String reason) {
        sink.add(Finding.of(Code.SYS004, assignment.span(), assignment.key() + "= " + reason).fix("remove the line"));
    }
}
