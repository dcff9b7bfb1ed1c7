package io.bitbuilder.bbc.check.raw;

import io.bitbuilder.bbc.artefact.RawText;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Optional;

/** Judges values of one raw directive: as a line, as systemd reads it, and against the limit for tenants. */
final class RawValues {
    private final LineChecker checker;
    private final ValueGrammars grammars;
    private final Directive directive;
    private final RawRules.Rule rule;
    private final boolean tenant;
    private final String object;

    RawValues(
            LineChecker checker,
            ValueGrammars grammars,
            Directive directive,
            RawRules.Rule rule,
            boolean tenant,
            FileKind kind) {
        this.checker = checker;
        this.grammars = grammars;
        this.directive = directive;
        this.rule = rule;
        this.tenant = tenant;
        this.object = kind.object("x");
    }

    /** Returns the first problem of a value. */
    Optional<Finding> problem(String value, Span at) {
        Optional<String> line = RawText.problem(value);
        if (line.isPresent()) {
            return Optional.of(Finding.of(
                            Code.MULTILINE_RAW_VALUE,
                            at,
                            "value of `" + directive.key() + "` cannot be written as one line: " + line.get())
                    .why("systemd would read a different value")
                    .fix("write one line without a backslash at its end; write `%%` for a literal `%`"));
        }
        Optional<Complaint> wrong = judged(value);
        if (wrong.isPresent()) {
            return Optional.of(Finding.of(
                            Code.INVALID_RAW_VALUE,
                            at,
                            "invalid value for `" + directive.key() + "`: "
                                    + wrong.get().reason())
                    .why("effect in systemd: " + wrong.get().effect().words()));
        }
        return limited(value, tenant)
                .map(reason -> Finding.of(
                                Code.RAW_VALUE_NOT_ALLOWED,
                                at,
                                "value of `" + directive.key() + "` exceeds the limit for tenants: " + reason)
                        .why(rule.why())
                        .fix("choose a value within the limit in docs/raw.md, or ask the platform "
                                + "for a profile with it"));
    }

    /** Returns the judgement of systemd; a directive without a described parser is judged by the rule alone. */
    private Optional<Complaint> judged(String value) {
        if (grammars.of(directive).isPresent()) {
            return checker.judge(directive, object, value).stream().findFirst();
        }
        return limited(value, !tenant).map(Complaint::ignored);
    }

    private Optional<String> limited(String value, boolean applies) {
        if (!applies || rule.limit().isEmpty()) {
            return Optional.empty();
        }
        List<Complaint> complaints = grammars.parse(rule.limit())
                .judge(value, new ValueContext(directive, object, checker.target(), checker.catalogue()));
        return complaints.stream().findFirst().map(Complaint::reason);
    }
}
