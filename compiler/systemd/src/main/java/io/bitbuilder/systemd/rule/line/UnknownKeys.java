package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Unknown directives, and suggestions for them. */
final class UnknownKeys {
    private final LineChecker checker;
    private final Map<String, SortedSet<String>> known = new HashMap<>();
    private final KeyAdvice advice;

    UnknownKeys(LineChecker checker) {
        this.checker = checker;
        this.advice = new KeyAdvice(checker);
    }

    /** Returns the finding; empty for keys that begin with {@code X-}. */
    Optional<Finding> finding(FileKind kind, Assignment line) {
        if (line.key().startsWith("X-") || checker.isUnknown(line.key())) {
            return Optional.empty();
        }
        Finding finding = ContinuedLines.finding(
                Code.UNKNOWN_DIRECTIVE,
                line,
                ContinuedLines.key(line),
                "unknown directive " + line.key() + "= in [" + line.section() + "] of a " + kind.word()
                        + " file; systemd ignores the line");
        return Optional.of(advice.advise(finding, kind, line, keys(kind, line.section())));
    }

    /** Returns the sections of the release without those that only have old names. */
    List<String> sections(FileKind kind) {
        return checker.dialect(kind).known().stream()
                .filter(section -> kind.types().stream()
                                .allMatch(type -> checker.catalogue()
                                        .directives(type, section)
                                        .isEmpty())
                        || !keys(kind, section).isEmpty())
                .toList();
    }

    private SortedSet<String> keys(FileKind kind, String section) {
        return known.computeIfAbsent(kind.word() + " " + section, k -> {
            SortedSet<String> keys = new TreeSet<>();
            kind.types()
                    .forEach(type -> checker.catalogue().directives(type, section).values().stream()
                            .filter(d -> d.lifespan().usedBy(checker.target()) && !d.oldName())
                            .forEach(d -> keys.add(d.key())));
            return keys;
        });
    }
}
