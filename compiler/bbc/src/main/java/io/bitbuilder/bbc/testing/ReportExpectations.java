package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.syntax.Expected;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that a fleet has the findings that a test expects, and no error besides. */
final class ReportExpectations {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}[0-9]{3}");
    private static final int SHOWN = 3;

    private ReportExpectations() {}

    /**
     * Returns the finding about an expectation that a fleet does not fulfil.
     *
     * @param found all findings of the fleet
     * @param policies names of all policies
     */
    static Optional<Finding> check(Expected.Reports expected, List<Finding> found, Set<String> policies) {
        String name = expected.code().text();
        boolean isCode = CODE.matcher(name).matches();
        if (isCode ? Code.withId(name).isEmpty() : !policies.contains(name)) {
            return Optional.of(unknown(expected, isCode, policies));
        }
        Severity severity = expected.error() ? Severity.ERROR : Severity.WARNING;
        List<Finding> errors =
                found.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        List<Finding> matching = found.stream()
                .filter(f -> f.severity() == severity && isNamed(f, name))
                .toList();
        List<Finding> others =
                errors.stream().filter(f -> !matching.contains(f)).toList();
        if (matching.isEmpty()) {
            String what = others.isEmpty() ? "none" : codes(others);
            return Optional.of(differing(
                    expected,
                    "expected " + severity.name().toLowerCase(Locale.ROOT) + " " + name + ", found " + what,
                    others));
        }
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(differing(expected, "unexpected error beside " + name + ": " + codes(others), others));
    }

    private static boolean isNamed(Finding finding, String name) {
        return finding.code().id().equals(name)
                || finding.verdict().filter(v -> v.policy().equals(name)).isPresent();
    }

    private static String codes(List<Finding> findings) {
        return String.join(
                ", ", findings.stream().map(f -> f.code().id()).distinct().toList());
    }

    private static Finding differing(Expected.Reports expected, String message, List<Finding> others) {
        Finding finding = Finding.of(Code.UNEXPECTED_FINDINGS, expected.code().span(), message);
        for (Finding other : others.subList(0, Math.min(SHOWN, others.size()))) {
            finding = finding.also(other.primary().span(), other.code() + ": " + other.message());
        }
        return others.isEmpty() ? finding : finding.why("a fleet that has another mistake does not show this one");
    }

    private static Finding unknown(Expected.Reports expected, boolean isCode, Set<String> policies) {
        List<String> codes = Stream.of(Code.values()).map(Code::id).toList();
        return EvalMessages.unknown(
                        Code.UNKNOWN_DEFINITION,
                        expected.code().span(),
                        "unknown " + (isCode ? "code" : "policy") + " `" + expected.code() + "`",
                        expected.code().text(),
                        isCode ? codes : policies)
                .why("`expect error` names a code or a policy; `bbc explain` lists all codes");
    }
}
