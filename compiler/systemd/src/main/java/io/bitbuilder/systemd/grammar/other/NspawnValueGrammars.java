package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UserNames;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grammars of settings of containers (systemd.nspawn(5)). */
final class NspawnValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final IntRange CAPABILITIES = new IntRange(0, 62);
    private static final Set<String> NAMESPACES = Set.of("pick", "identity", "managed");

    private NspawnValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("capability_or_all", GrammarFactory.parsed(NspawnValueGrammars::capability));
        factories.put("nspawn_veth", GrammarFactory.of((value, context) -> veth(value)));
        factories.put("nspawn_interfaces", GrammarFactory.of((value, context) -> interfaces(value)));
        factories.put("nspawn_zone", GrammarFactory.parsed(NspawnValueGrammars::zone));
        factories.put("nspawn_port", GrammarFactory.parsed(NspawnValueGrammars::port));
        factories.put("nspawn_users", GrammarFactory.parsed(NspawnValueGrammars::privateUsers));
        factories.put("nspawn_bind_user", GrammarFactory.of((value, context) -> bindUser(value)));
        factories.put("nspawn_shell", GrammarFactory.parsed(NspawnValueGrammars::shell));
        return factories;
    }

    /** Parses a capability in any case, a number, or {@code all}. */
    private static Parsed<String> capability(String word) {
        boolean known = word.equals("all")
                || Capabilities.all().contains(word.toUpperCase(Locale.ROOT))
                || Numbers.integer(word, CAPABILITIES) instanceof Parsed.Good;
        return known ? Parsed.good(word) : Parsed.bad(Reason.unknown("capability", word));
    }

    /** {@code host} or {@code host:container}; systemd silently replaces an invalid second name by the first. */
    private static List<Complaint> veth(String value) {
        Splitter parts = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        Parsed<String> host = parts.next().orElseThrow();
        Optional<Parsed<String>> inner = parts.next();
        if (host instanceof Parsed.Bad<String>(Reason reason)) {
            return CommonValueGrammars.ignored(reason);
        }
        if (!(host instanceof Parsed.Good<String>(String name) && LinkNames.isValid(name))) {
            return CommonValueGrammars.ignored("invalid host interface name");
        }
        if (inner.isPresent() && inner.get() instanceof Parsed.Bad<String>(Reason reason)) {
            return CommonValueGrammars.ignored(reason);
        }
        if (parts.tail().isPresent()) {
            return CommonValueGrammars.ignored("more than two names (expected HOST:CONTAINER)");
        }
        boolean dropped = inner.isPresent()
                && !(inner.get() instanceof Parsed.Good<String>(String second) && LinkNames.isValid(second));
        return dropped
                ? List.of(new Complaint(
                        Effect.SILENT,
                        "invalid container interface name; systemd uses the host interface name for both"))
                : List.of();
    }

    /** Judges words {@code host} or {@code host:container}; nspawn does not start with an invalid one. */
    private static List<Complaint> interfaces(String value) {
        return switch (Splitter.all(value)) {
            case Parsed.Bad<List<String>>(Reason reason) -> List.of(Complaint.refused(reason));
            case Parsed.Good<List<String>>(List<String> words) ->
                words.stream()
                        .map(NspawnValueGrammars::pair)
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList();
        };
    }

    private static Optional<Complaint> pair(String word) {
        Splitter parts = Splitter.by(":", word, Splitter.Flag.EACH_SEPARATOR);
        Parsed<String> first = parts.next().orElseThrow();
        String second = parts.tail().orElse("");
        boolean good = first instanceof Parsed.Good<String>(String name)
                && LinkNames.isValid(name)
                && (second.isEmpty() || LinkNames.isValid(second));
        return good
                ? Optional.empty()
                : Optional.of(Complaint.refused(Reason.invalid("interface", word, "HOST or HOST:CONTAINER")));
    }

    private static Parsed<String> zone(String value) {
        return LinkNames.isValid("vz-" + value)
                ? Parsed.good(value)
                : Parsed.bad(Reason.about(
                        value, "invalid zone '" + value + "': 'vz-" + value + "' is not a valid interface name"));
    }

    /** {@code [tcp:|udp:]host[:container]}. */
    private static Parsed<Long> port(String value) {
        String ports = value.startsWith("tcp:") || value.startsWith("udp:") ? value.substring(4) : value;
        int colon = ports.indexOf(':');
        return colon < 0
                ? Numbers.port(ports)
                : Numbers.port(ports.substring(0, colon)).then(host -> Numbers.port(ports.substring(colon + 1)));
    }

    /** Parses a boolean, a word, {@code first} or {@code first:count}. */
    private static Parsed<Long> privateUsers(String value) {
        if (Booleans.is(value) || NAMESPACES.contains(value)) {
            return Parsed.good(0L);
        }
        int colon = value.indexOf(':');
        Parsed<Long> count = colon < 0 ? Parsed.good(1L << 16) : Numbers.uint32(value.substring(colon + 1));
        return count.then(n -> UserNames.id(colon < 0 ? value : value.substring(0, colon))
                .then(first -> n > 0 && first + n <= Numbers.UINT32_MAX
                        ? Parsed.good(first)
                        : Parsed.bad(Reason.invalid("UID range", value))));
    }

    /** Judges names; systemd reads no further after an invalid one. */
    private static List<Complaint> bindUser(String value) {
        return switch (Splitter.all(value)) {
            case Parsed.Bad<List<String>>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<List<String>>(List<String> names) ->
                names.stream()
                        .filter(name -> !UserNames.isStrict(name))
                        .limit(1)
                        .map(name -> Complaint.part(Reason.about(
                                name, "'" + name + "' is not a valid user name; systemd ignores everything after it")))
                        .toList();
        };
    }

    private static Parsed<String> shell(String value) {
        return Booleans.is(value) || Paths.isAbsolute(value) && Paths.isNormalized(value)
                ? Parsed.good(value)
                : Parsed.bad(Reason.invalid("value", value, "a boolean or an absolute path"));
    }
}
