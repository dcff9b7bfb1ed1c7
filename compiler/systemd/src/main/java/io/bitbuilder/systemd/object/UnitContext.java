package io.bitbuilder.systemd.object;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.SectionHeader;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.grammar.unit.ExecLines;
import java.util.Locale;

/**
 * A unit to check, with its settings and the sink of findings.
 *
 * @param main section of its type, such as {@code Service}
 * @param common settings of [Unit]
 * @param own settings of that section
 */
public record UnitContext(
        ConfigObject unit,
        LineChecker checker,
        FindingSink sink,
        String main,
        EffectiveSettings common,
        EffectiveSettings own) {

    public static UnitContext of(ConfigObject unit, LineChecker checker, FindingSink sink) {
        String type = unit.kind().word();
        String main = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        EffectiveSettings settings = EffectiveSettings.of(unit, checker);
        return new UnitContext(unit, checker, sink, main, settings.in("Unit"), settings.in(main));
    }

    /** Returns the number of commands in all lines of a key together. */
    public int commands(String key) {
        return own.all(key).stream()
                .mapToInt(a -> checker.isUnknown(a.value())
                        ? 1
                        : checker.find(unit.kind(), main, key)
                                .map(d -> ExecLines.commands(
                                        a.value(),
                                        new ValueContext(d, unit.name(), checker.target(), checker.catalogue())))
                                .orElse(0))
                .sum();
    }

    /**
     * Returns the place for findings about missing settings: its own section, else its first section, else the start of
     * its file.
     */
    public Span place() {
        return unit.sections(main).stream()
                .findFirst()
                .or(() -> unit.files().flatMap(f -> f.headers().stream()).findFirst())
                .map(SectionHeader::span)
                .orElseGet(unit::start);
    }

    /** Reports that systemd does not load the unit. */
    public void refuse(Span span, String reason, String fix) {
        sink.add(Finding.of(Code.UNIT_REFUSED, span, reason + "; systemd does not load the unit")
                .fix(fix));
    }

    /** Reports that a line has no effect. */
    public void ignore(Assignment assignment, String reason) {
        sink.add(Finding.of(Code.INVALID_DIRECTIVE_VALUE, assignment.span(), assignment.key() + "= " + reason)
                .fix("remove the line"));
    }
}
