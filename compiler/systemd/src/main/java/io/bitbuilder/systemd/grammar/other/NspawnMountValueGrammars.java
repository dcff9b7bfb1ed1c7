package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grammars of the mounts of a container (systemd.nspawn(5), "[Files] Section Options"). */
final class NspawnMountValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private NspawnMountValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("nspawn_bind", GrammarFactory.parsed(NspawnMountValueGrammars::bind));
        factories.put("nspawn_tmpfs", GrammarFactory.parsed(NspawnMountValueGrammars::tmpfs));
        factories.put("nspawn_overlay", GrammarFactory.parsed(NspawnMountValueGrammars::overlay));
        factories.put("nspawn_pivot", GrammarFactory.parsed(NspawnMountValueGrammars::pivot));
        factories.put("nspawn_absolute", GrammarFactory.parsed(NspawnMountValueGrammars::absolute));
        return factories;
    }

    /**
     * {@code source}, {@code source:destination} or {@code source:destination:options}; a source may begin with
     * {@code +}.
     */
    private static Parsed<String> bind(String value) {
        Splitter parts = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        Optional<Parsed<String>> first = parts.next();
        Optional<Parsed<String>> second = parts.next();
        return first.orElseThrow()
                .then(source -> second.isEmpty()
                        ? absolute(source.startsWith("+") ? source.substring(1) : source)
                        : second.get()
                                .then(NspawnMountValueGrammars::absolute)
                                .then(destination -> source.isEmpty() ? Parsed.good(source) : source(source)));
    }

    /** {@code path} or {@code path:options}. */
    private static Parsed<String> tmpfs(String value) {
        return Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR)
                .next()
                .orElseThrow()
                .then(NspawnMountValueGrammars::absolute);
    }

    /** {@code lower:upper} or {@code lower:...:upper:destination}. */
    private static Parsed<String> overlay(String value) {
        return Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR).rest().then(NspawnMountValueGrammars::overlay);
    }

    private static Parsed<String> overlay(List<String> paths) {
        int count = paths.size();
        if (count < 2) {
            return Parsed.bad("an overlay needs at least two folders");
        }
        if (count == 2) {
            return source(paths.get(0)).then(lower -> source(paths.get(1)));
        }
        for (String lower : paths.subList(0, count - 2)) {
            if (source(lower) instanceof Parsed.Bad<String> bad) {
                return bad;
            }
        }
        String upper = paths.get(count - 2);
        return (upper.isEmpty() ? Parsed.good(upper) : source(upper)).then(u -> absolute(paths.getLast()));
    }

    private static Parsed<String> source(String path) {
        if (path.isEmpty()) {
            return Parsed.bad("missing folder");
        }
        return path.startsWith("+") ? absolute(path.substring(1)) : Parsed.good(path);
    }

    private static Parsed<String> absolute(String path) {
        return Paths.isAbsolute(path)
                ? Parsed.good(path)
                : Parsed.bad(Reason.invalid("path", path, "an absolute path"));
    }

    /** {@code new} or {@code new:old}, without normalization. */
    private static Parsed<String> pivot(String value) {
        Splitter parts = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        Parsed<String> root = parts.next().orElseThrow().then(NspawnMountValueGrammars::normalized);
        String old = parts.tail().orElse("");
        return root.then(r -> old.isEmpty() ? Parsed.good(r) : normalized(old));
    }

    private static Parsed<String> normalized(String path) {
        return absolute(path)
                .then(p -> Paths.isNormalized(p)
                        ? Parsed.good(p)
                        : Parsed.bad(Reason.about(p, "the path '" + p + "' is not normalized")));
    }
}
