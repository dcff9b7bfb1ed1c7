package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.SpecifierPaths;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Grammars of transfers, features and components (sysupdate.d(5), sysupdate.features(5)). */
final class SysupdateValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.~^_+-]+");
    private static final Pattern URL = Pattern.compile("https?://\\p{ASCII}+", Pattern.DOTALL);
    private static final String ANYWHERE = "**/";
    private static final String RESERVED = "$*?[]!\\|";
    private static final String FIELDS = "vuftamdlsrgh";

    private SysupdateValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "version",
                GrammarFactory.parsed(text -> SpecifierPaths.expand(text, SpecifierPaths.NAME)
                        .then(version -> VERSION.matcher(version).matches()
                                ? Parsed.good(version)
                                : Parsed.bad(Reason.invalid("version", version)))));
        factories.put(
                "host_url",
                GrammarFactory.parsed(text -> SpecifierPaths.expand(text, Integer.MAX_VALUE)
                        .then(url -> URL.matcher(url).matches()
                                ? Parsed.good(url)
                                : Parsed.bad(Reason.invalid("URL", url, "http:// or https://")))));
        factories.put("host_condition", GrammarFactory.parsed(text -> SpecifierPaths.expand(text, Integer.MAX_VALUE)));
        factories.put("resource_path", GrammarFactory.parsed(text -> SpecifierPaths.expand(text, SpecifierPaths.PATH)));
        factories.put(
                "current_symlink",
                GrammarFactory.parsed(text ->
                        SpecifierPaths.expand(text, SpecifierPaths.PATH).then(path -> Paths.check(path, Set.of()))));
        factories.put("instances_max", GrammarFactory.of((value, context) -> instances(value)));
        factories.put(
                "partition_flags",
                GrammarFactory.parsed(text -> Numbers.unsigned(text, 16, EnumSet.noneOf(Numbers.Rule.class))));
        factories.put(
                "match_pattern",
                GrammarFactory.of((value, context) ->
                        patterns(value, context.directive().flags().equals("MATCH_PATTERN_SOURCE"))));
        return factories;
    }

    private static List<Complaint> instances(String value) {
        return switch (Numbers.uint64(value)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<BigInteger>(BigInteger n) ->
                n.compareTo(BigInteger.TWO) >= 0
                        ? List.of()
                        : List.of(new Complaint(Effect.CHANGED, "below the minimum; systemd uses 2")
                                .with(Remedy.write("2")));
        };
    }

    /** systemd keeps the patterns before an invalid one. */
    private static List<Complaint> patterns(String value, boolean source) {
        List<Complaint> complaints = new ArrayList<>();
        int taken = 0;
        Splitter words = Splitter.of(value, Flag.CUNESCAPE, Flag.UNESCAPE_RELAX);
        for (Optional<Parsed<String>> word = words.next();
                word.isPresent() && complaints.isEmpty();
                word = words.next()) {
            switch (word.get().then(text -> SpecifierPaths.expand(text, SpecifierPaths.NAME))) {
                case Parsed.Bad<String>(Reason reason) ->
                    complaints.add(taken > 0 ? Complaint.part(reason) : Complaint.ignored(reason));
                case Parsed.Good<String>(String pattern) ->
                    pattern(pattern, source).map(Complaint::refused).ifPresent(complaints::add);
            }
            taken++;
        }
        return complaints;
    }

    /** Returns the problem of one pattern. */
    private static Optional<Reason> pattern(String text, boolean source) {
        if (!text.startsWith(ANYWHERE)) {
            return fields(text);
        }
        String body = text.substring(ANYWHERE.length());
        if (!source) {
            return Optional.of(Reason.about(ANYWHERE, "'" + ANYWHERE + "' is only allowed in the patterns of sources"));
        }
        return PlainStrings.isFilename(body)
                ? fields(body)
                : Optional.of(Reason.about(ANYWHERE, "missing file name after '" + ANYWHERE + "'"));
    }

    /**
     * Checks that fields are {@code @} and a letter, each once, with a literal or a slash between two; {@code @v} must
     * be there.
     */
    private static Optional<Reason> fields(String text) {
        String seen = "";
        boolean separated = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '@' && at + 1 == text.length()) {
                return Optional.of(Reason.about(text, "trailing '@' in the pattern '" + text + "'"));
            }
            if (c == '@' && text.charAt(++at) != '@') {
                char field = text.charAt(at);
                if (FIELDS.indexOf(field) < 0 || seen.indexOf(field) >= 0 || !separated) {
                    return Optional.of(Reason.about(
                            "@" + field,
                            "the field '@" + field + "' is unknown, a duplicate, or directly after another field"));
                }
                seen += field;
                separated = false;
            } else if (c < ' ' || c == 127 || RESERVED.indexOf(c) >= 0) {
                return Optional.of(Reason.about(text, "invalid character in the pattern '" + text + "'"));
            } else {
                separated = true;
            }
        }
        return seen.indexOf('v') >= 0
                ? Optional.empty()
                : Optional.of(Reason.about(text, "missing field '@v' in the pattern '" + text + "'"));
    }
}
