package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.directive.Complaint;
import io.bitbuilder.bbc.directive.Context;
import io.bitbuilder.bbc.directive.Grammars;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.systemd.RawText;
import io.bitbuilder.bbc.verify.Lines;
import java.util.List;
import java.util.Optional;

/** Judges values of one directive that {@code raw} writes: as a line, as systemd reads it, and as what a tenant may ask for. */
final class RawValues {
    private final Lines lines;
    private final Grammars grammars;
    private final Directive directive;
    private final RawRules.Rule rule;
    private final boolean tenant;
    private final String file;

    RawValues(Lines lines, Grammars grammars, Directive directive, RawRules.Rule rule, boolean tenant, String file) {
        this.lines = lines;
        this.grammars = grammars;
        this.directive = directive;
        this.rule = rule;
        this.tenant = tenant;
        this.file = file;
    }

    /** The first thing that is wrong with a value. */
    Optional<Finding> problem(String value, Span at) {
        Optional<String> line = RawText.problem(value);
        if (line.isPresent()) {
            return Optional.of(Finding.of(Code.RAW008, at, "the value of `" + directive.key() + "` can't stand in a line: " + line.get())
                    .why("systemd would read something else than what is written here")
                    .fix("write one line that means itself; a `%` before another character is written `%%`"));
        }
        Optional<Complaint> wrong = judged(value);
        if (wrong.isPresent()) {
            return Optional.of(Finding.of(Code.RAW004, at, "systemd does not take this for `" + directive.key() + "`: " + wrong.get().reason())
                    .why("what systemd makes of it: " + wrong.get().effect().words()));
        }
        return limited(value, tenant).map(reason -> Finding.of(Code.RAW006, at,
                        "a tenant may not ask for this as `" + directive.key() + "`: " + reason)
                .why(rule.why())
                .fix("stay within what the table of `raw` gives tenants, or ask the platform for a profile with it"));
    }

    /** What systemd says; a directive whose parser nobody described is judged by the rule alone. */
    private Optional<Complaint> judged(String value) {
        if (grammars.of(directive).isPresent()) {
            return lines.judge(directive, file, value).stream().findFirst();
        }
        return limited(value, !tenant).map(Complaint::ignored);
    }

    private Optional<String> limited(String value, boolean applies) {
        if (!applies || rule.limit().isEmpty()) {
            return Optional.empty();
        }
        List<Complaint> complaints = grammars.parse(rule.limit()).judge(value, new Context(directive, file, lines.target(), lines.catalogue()));
        return complaints.stream().findFirst().map(Complaint::reason);
    }
}
