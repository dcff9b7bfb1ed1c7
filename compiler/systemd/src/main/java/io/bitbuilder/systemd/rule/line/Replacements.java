package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fixes for directives that have another name, that were removed, or that the release does not have yet. */
final class Replacements {
    /** Parser of PrivateUsersChown=, whose {@code yes} is {@code chown} of the new name, not {@code auto}. */
    private static final String OTHER_WORDS = "config_parse_userns_chown";

    /** Default of each old weight, which is 100 in the new scale (systemd.resource-control(5)). */
    private static final Map<String, Integer> OLD_DEFAULTS = Map.of(
            "CPUShares", 1024,
            "StartupCPUShares", 1024,
            "BlockIOWeight", 500,
            "StartupBlockIOWeight", 500,
            "BlockIODeviceWeight", 500);

    private static final int NEW_DEFAULT = 100;
    private static final int MOST = 10_000;
    private static final Pattern WEIGHT = Pattern.compile("(.* |)([0-9]{1,9})");
    private static final String GLOBAL = "networkd.conf";

    private final LineChecker checker;

    /** Reads the advice on first use. */
    private static final class Removed {
        static final Map<String, String> ADVICE = advice();

        private static Map<String, String> advice() {
            Map<String, String> advice = new HashMap<>();
            CatalogueTable.rows("removed.tsv", 2).forEach(row -> advice.put(row.getFirst(), row.getLast()));
            return Map.copyOf(advice);
        }
    }

    /**
     * A name that replaces another one.
     *
     * @param type type of the file; empty for the same file
     * @param section empty for the same section
     */
    private record Name(String type, String section, String key) {
        static Name of(String text) {
            int colon = text.indexOf(':');
            int dot = text.lastIndexOf('.');
            return new Name(
                    text.substring(0, Math.max(0, colon)),
                    text.substring(colon + 1, Math.max(colon + 1, dot)),
                    text.substring(Math.max(colon, dot) + 1));
        }

        static List<Name> all(Directive directive) {
            return Stream.of(directive.replacement().split(",")).map(Name::of).toList();
        }

        String words(String value) {
            return key + "=" + value + (section.isEmpty() ? "" : " in [" + section + "]")
                    + (type.isEmpty() ? "" : type.contains(".") ? " of " + type : " of a ." + type + " file");
        }
    }

    Replacements(LineChecker checker) {
        this.checker = checker;
    }

    /**
     * Adds the fix for a name that has another one. A renamed key accepts the same value; another directive may not.
     */
    Finding renamed(Finding finding, Assignment line, Directive directive) {
        List<Name> names = Name.all(directive);
        Name first = names.getFirst();
        if (names.size() > 1 || !first.section().isEmpty()) {
            return finding.fix(words(names, line, ""));
        }
        return directive.oldName()
                        && LineFixes.isOneLine(line)
                        && !directive.parser().equals(OTHER_WORDS)
                ? finding.fix(LineFixes.replace(line.keySpan(), first.key(), "write " + first.key() + "="))
                : finding.fix("write " + first.key() + "= instead");
    }

    /** Adds the fix for a name that was removed, with the value in the scale of its replacement. */
    Finding removed(Finding finding, FileKind kind, Assignment line, Directive directive) {
        if (directive.replacement().isEmpty()) {
            return finding.fix(Removed.ADVICE.getOrDefault(line.key(), "remove the line"));
        }
        List<Name> names = Name.all(directive);
        Name first = names.getFirst();
        String value = converted(line);
        boolean fits = names.size() == 1
                && first.type().isEmpty()
                && first.section().isEmpty()
                && checker.find(kind, line.section(), first.key())
                        .filter(d -> checker.judge(d, "", value).isEmpty())
                        .isPresent();
        return finding.fix(words(names, line, fits ? value : ""));
    }

    private String words(List<Name> names, Assignment line, String value) {
        String all = names.stream().map(name -> name.words(value)).collect(Collectors.joining(" and "));
        boolean global = names.size() > 1
                && checker.catalogue()
                        .find(GLOBAL, line.section(), names.getFirst().key())
                        .isPresent();
        return "write " + all
                + (global ? " here for this link, or in [" + line.section() + "] of " + GLOBAL + " for all links" : "");
    }

    /** Returns the value, a weight in the scale of today. */
    private static String converted(Assignment line) {
        Integer old = OLD_DEFAULTS.get(line.key());
        Matcher weight = WEIGHT.matcher(line.value());
        return old == null || !weight.matches()
                ? line.value()
                : weight.group(1) + Math.clamp(Long.parseLong(weight.group(2)) * NEW_DEFAULT / old, 1, MOST);
    }

    /** Returns the fix for a directive that is younger than the release: the name that it had before, if it had one. */
    String younger(FileKind kind, Assignment line, Directive directive) {
        Optional<Directive> before = kind.types().stream()
                .flatMap(type -> checker.catalogue().directives(type, line.section()).values().stream())
                .filter(d -> d.replacement().equals(line.key())
                        && d.oldName()
                        && d.lifespan().usedBy(checker.target()))
                .findFirst();
        return before.map(d -> "write " + d.key() + "=, its name before systemd "
                        + directive.lifespan().since())
                .orElse("remove the line, or require systemd "
                        + directive.lifespan().since());
    }

    /** Returns whether the release has the replacement of a name, so that the old name is not the only one. */
    boolean isReplaced(Directive directive, FileKind kind) {
        Name name = Name.all(directive).getFirst();
        String section = name.section().isEmpty() ? directive.section() : name.section();
        Stream<String> types = name.type().isEmpty()
                ? Stream.concat(Stream.of(directive.type()), kind.types().stream())
                : Stream.of(name.type());
        return types.flatMap(type -> checker.catalogue().find(type, section, name.key()).stream())
                .anyMatch(d -> d.lifespan().usedBy(checker.target()));
    }
}
