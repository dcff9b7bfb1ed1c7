package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Header;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.directive.Context;
import io.bitbuilder.bbc.directive.ExecLines;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.value.Parsed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a unit is set to when all its files are read: lines that systemd leaves out do not count, and an empty value resets.
 *
 * @param main section of its own type, such as {@code Service}
 */
record UnitSettings(Loaded unit, Lines lines, Sink sink, String main) {

    static UnitSettings of(Loaded unit, Lines lines, Sink sink) {
        String type = unit.kind().name();
        return new UnitSettings(unit, lines, sink, type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    /** The lines of a key of its own section that count, behind the last reset. */
    List<Assignment> list(String key) {
        return list(main, key);
    }

    /** The lines of a key that count, behind the last reset. */
    List<Assignment> list(String section, String key) {
        List<Assignment> counted = new ArrayList<>();
        for (Assignment assignment : unit.all(section, key)) {
            if (assignment.value().isEmpty()) {
                counted.clear();
            } else if (lines.counts(unit.kind(), unit.name(), assignment)) {
                counted.add(assignment);
            }
        }
        return counted;
    }

    /** The last line of a key of its own section that counts and is not empty; nothing when it was reset. */
    Optional<Assignment> last(String key) {
        return last(main, key);
    }

    /** The last line of a key that counts and is not empty; nothing when it was reset. */
    Optional<Assignment> last(String section, String key) {
        List<Assignment> counted = list(section, key);
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.getLast());
    }

    /** How many commands the lines of a key hold together. */
    int commands(String key) {
        return list(key).stream().mapToInt(a -> lines.find(unit.kind(), main, key)
                .map(d -> ExecLines.commands(a.value(), new Context(d, unit.name(), lines.target(), lines.catalogue()))).orElse(0)).sum();
    }

    /** The value of that line, nothing at all when there is none. */
    String value(String key) {
        return last(key).map(Assignment::value).orElse("");
    }

    /** True when the last line of a boolean says so. */
    boolean yes(String key) {
        return Booleans.parse(value(key)) instanceof Parsed.Good<Boolean>(Boolean b) && b;
    }

    /** Microseconds of the last line of a span of time. */
    Optional<BigInteger> span(String section, String key) {
        return last(section, key).flatMap(a -> Spans.seconds(a.value()).toOptional());
    }

    /** Where what is missing would stand: its own section, else the start of its file. */
    Span place() {
        return unit.sections(main).stream().findFirst().or(() -> unit.files().flatMap(f -> f.headers().stream()).findFirst())
                .map(Header::span).orElseGet(this::start);
    }

    private Span start() {
        ConfFile file = unit.files().findFirst().orElseThrow();
        return new Span(file.source(), 0, 0);
    }

    /** Tells that systemd does not load the unit, and the way out. */
    void refuse(Span span, String reason, String fix) {
        sink.add(Finding.of(Code.SYS009, span, reason + "; systemd does not load the unit").fix(fix));
    }

    /** Tells that a line has no effect. */
    void ignore(Assignment assignment, String reason) {
        sink.add(Finding.of(Code.SYS004, assignment.span(), assignment.key() + "= " + reason).fix("remove the line"));
    }
}
