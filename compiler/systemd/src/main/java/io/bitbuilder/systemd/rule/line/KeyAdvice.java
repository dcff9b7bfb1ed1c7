package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Advice for unknown directives. The very name in another section comes first; a name with other letters carries an
 * edit only if it differs in one letter, and systemd accepts the value for it.
 */
final class KeyAdvice {
    private static final int COLUMNS = 4;
    private static final String KEEP = "remove the line, or begin its key with X-";

    /** Sections of a .network file by what people mean most often; others come after them by name. */
    private static final List<String> USUAL =
            List.of("Unit", "Install", "Service", "Network", "Link", "DHCPv4", "Route", "Address", "IPv6AcceptRA");

    /** The first word of a name, {@code Exec} of {@code ExecStart}. */
    private static final Pattern FIRST_WORD = Pattern.compile("^[A-Z]+[a-z0-9]*(?=[A-Z])");

    private static final Map<String, String> MISNOMERS = misnomers();

    private final LineChecker checker;
    private final Map<String, Optional<String>> near = new HashMap<>();

    KeyAdvice(LineChecker checker) {
        this.checker = checker;
    }

    private static Map<String, String> misnomers() {
        Map<String, String> known = new HashMap<>();
        CatalogueTable.rows("misnomers.tsv", COLUMNS)
                .forEach(row -> known.put(String.join(" ", row.subList(0, COLUMNS - 1)), row.getLast()));
        return Map.copyOf(known);
    }

    /**
     * Returns what to write instead of a section that people take from another program; empty when there is nothing.
     */
    static Optional<String> section(FileKind kind, String name) {
        return Optional.ofNullable(MISNOMERS.get(kind.word() + " " + name + " "));
    }

    /** Adds the fix. */
    Finding advise(Finding finding, FileKind kind, Assignment line, Collection<String> keys) {
        Optional<String> known =
                Optional.ofNullable(MISNOMERS.get(kind.word() + " " + line.section() + " " + line.key()));
        if (known.isPresent()) {
            return finding.fix("write " + known.get());
        }
        if (line.key().startsWith("-")) {
            return finding.fix("end the line before with a backslash, so that this one continues it");
        }
        List<String> sections = sections(kind, line.key());
        if (!sections.isEmpty()) {
            return finding.fix("move the line to ["
                    + String.join("] or [", sections.subList(0, Math.min(2, sections.size()))) + "]");
        }
        Optional<String> close = near.computeIfAbsent(
                kind.word() + " " + line.section() + " " + line.key(), key -> closest(line.key(), keys));
        if (close.isPresent()) {
            String words = "write " + close.get() + "=";
            return isCertain(kind, line, close.get(), keys)
                    ? finding.fix(LineFixes.replace(line.keySpan(), close.get(), words))
                    : finding.fix(words);
        }
        return otherType(kind, line.key()).map(finding::fix).orElseGet(() -> finding.fix(KEEP));
    }

    /** Returns sections in which the release reads the key under this name, the most usual first. */
    private List<String> sections(FileKind kind, String key) {
        return kind.types().stream()
                .flatMap(type -> checker.catalogue().sections(type).stream()
                        .filter(s -> checker.catalogue()
                                .find(type, s, key)
                                .filter(d -> d.lifespan().usedBy(checker.target()) && !d.oldName())
                                .isPresent()))
                .distinct()
                .sorted(Comparator.comparingInt((String s) -> USUAL.contains(s) ? USUAL.indexOf(s) : USUAL.size())
                        .thenComparing(s -> s))
                .toList();
    }

    private Optional<String> otherType(FileKind kind, String key) {
        return (kind.isUnit() ? UnitNames.TYPES : List.of("network", "netdev", "link"))
                .stream()
                        .filter(type -> !type.equals(kind.word()))
                        .flatMap(type -> checker.catalogue().sections(type).stream()
                                .filter(section -> checker.catalogue()
                                        .find(type, section, key)
                                        .isPresent())
                                .map(section -> "move the line to [" + section + "] of a ." + type + " file"))
                        .findFirst();
    }

    /**
     * Returns the one name that a key begins, else the nearest one. Names with a common first word ({@code ExecStart},
     * {@code ExecStop}) are compared without it, because the rest tells them apart.
     */
    private static Optional<String> closest(String key, Collection<String> keys) {
        if (keys.contains(key + "Sec")) {
            return Optional.of(key + "Sec");
        }
        List<String> begun = keys.stream()
                .filter(k -> key.length() >= 3 && k.length() > key.length() && k.startsWith(key))
                .toList();
        return begun.size() == 1
                ? Optional.of(begun.getFirst())
                : Suggestions.closest(key, keys).filter(found -> isNear(key, found));
    }

    private static boolean isNear(String key, String found) {
        var word = FIRST_WORD.matcher(found);
        boolean family = word.find() && key.startsWith(word.group());
        int from = family ? word.end() : 0;
        return Suggestions.isClose(key.substring(from), found.substring(from)) || isOneLetter(key, found);
    }

    private static boolean isOneLetter(String key, String found) {
        return Suggestions.isNear(key, found, 1);
    }

    /** Returns whether the key is meant for sure, so that a tool may write it. */
    private boolean isCertain(FileKind kind, Assignment line, String found, Collection<String> keys) {
        String key = line.key();
        boolean oneLine = ContinuedLines.isOneLine(line);
        boolean same = key.equalsIgnoreCase(found)
                || found.equals(key + "s")
                || key.equals(found + "s")
                || found.equals(key + "Sec")
                || key.length() > 3
                        && digits(key).equals(digits(found))
                        && keys.stream()
                                .filter(k -> isOneLetter(key, k))
                                .toList()
                                .equals(List.of(found));
        Optional<Directive> directive = checker.find(kind, line.section(), found);
        return oneLine
                && same
                && directive
                        .filter(d -> checker.judge(d, "", line.value()).isEmpty())
                        .isPresent();
    }

    private static String digits(String key) {
        return key.replaceAll("[^0-9]", "");
    }
}
