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
    private final NearNames nearest;

    UnknownKeys(LineChecker checker, NearNames nearest) {
        this.checker = checker;
        this.nearest = nearest;
    }

    /** Returns the finding; empty for keys that begin with {@code X-}. */
    Optional<Finding> finding(FileKind kind, Assignment line) {
        if (line.key().startsWith("X-") || checker.isUnknown(line.key())) {
            return Optional.empty();
        }
        Finding finding = Finding.of(
                Code.UNKNOWN_DIRECTIVE,
                line.keySpan(),
                "unknown directive " + line.key() + "= in [" + line.section() + "] of a " + kind.word()
                        + " file; systemd ignores the line");
        boolean exact = line.keySpan().text().equals(line.key());
        Optional<String> near =
                nearest.find(kind.word() + " " + line.section(), line.key(), () -> keys(kind, line.section()));
        if (near.isPresent()) {
            String words = "write " + near.get() + "=";
            return Optional.of(
                    exact ? finding.fix(LineFixes.replace(line.keySpan(), near.get(), words)) : finding.fix(words));
        }
        return Optional.of(sections(kind, line.key()).stream()
                .findFirst()
                .map(section -> finding.fix("move the line to [" + section + "]"))
                .orElseGet(() -> finding.fix("remove the line, or begin its key with X-")));
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

    private List<String> sections(FileKind kind, String key) {
        return kind.types().stream()
                .flatMap(type -> checker.catalogue().sections(type).stream()
                        .filter(s -> checker.catalogue().find(type, s, key).isPresent()))
                .distinct()
                .toList();
    }
}
