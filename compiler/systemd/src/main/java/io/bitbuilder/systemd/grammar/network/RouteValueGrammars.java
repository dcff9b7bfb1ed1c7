package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UserNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes, rules and next hops, and link states (systemd.network(5), networkctl(1)). */
final class RouteValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final int MAX_WEIGHT = 256;

    /** States of a link from worst to best. */
    private static final List<String> STATES = List.of(
            "missing",
            "off",
            "no-carrier",
            "dormant",
            "degraded-carrier",
            "carrier",
            "degraded",
            "enslaved",
            "routable");

    private RouteValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("multipath", GrammarFactory.parsed(RouteValueGrammars::multipath));
        factories.put("nexthop_member", GrammarFactory.parsed(RouteValueGrammars::member));
        factories.put("uids", GrammarFactory.parsed(RouteValueGrammars::users));
        factories.put("three_metrics", GrammarFactory.parsed(RouteValueGrammars::metrics));
        factories.put("link_states", GrammarFactory.parsed(RouteValueGrammars::states));
        factories.put(
                "link_index",
                GrammarFactory.parsed(text -> Numbers.int32(text)
                        .then(n -> n > 0 ? Parsed.good(n) : Parsed.bad(Reason.invalid("interface index", text)))));
        return factories;
    }

    /** {@code [ADDRESS][@INTERFACE] [WEIGHT]}. */
    private static Parsed<String> multipath(String text) {
        Splitter words = Splitter.of(text);
        Optional<Parsed<String>> first = words.next();
        if (first.isEmpty()) {
            return Parsed.bad("missing address");
        }
        return first.get()
                .then(RouteValueGrammars::hop)
                .then(hop -> words.tail()
                        .filter(t -> !t.isEmpty())
                        .map(RouteValueGrammars::weight)
                        .orElse(Parsed.good("")));
    }

    private static Parsed<String> hop(String word) {
        int at = word.indexOf('@');
        String address = at < 0 ? word : word.substring(0, at);
        if (at >= 0 && !LinkNames.isValid(word.substring(at + 1), LinkNames.Flag.ALTERNATIVE, LinkNames.Flag.NUMERIC)) {
            return Parsed.bad(Reason.invalid("interface name", word.substring(at + 1)));
        }
        return address.isEmpty()
                ? at < 0 ? Parsed.bad("missing address") : Parsed.good(word)
                : Addresses.parse(address).map(a -> word);
    }

    private static Parsed<String> weight(String text) {
        return Numbers.uint(text, 1, MAX_WEIGHT).map(n -> text);
    }

    /** {@code ID[:WEIGHT]}. */
    private static Parsed<String> member(String word) {
        int colon = word.indexOf(':');
        Parsed<String> weight = colon < 0 ? Parsed.good("") : weight(word.substring(colon + 1));
        return weight.then(w -> Numbers.uint(colon < 0 ? word : word.substring(0, colon), 1, Numbers.UINT32_MAX))
                .map(n -> word);
    }

    /** Parses a user, or a range of numbers of users. Only the host knows which users exist. */
    private static Parsed<String> users(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || !Character.isDigit(text.charAt(0))) {
            return UserNames.isStrict(text) || UserNames.id(text) instanceof Parsed.Good
                    ? Parsed.good(text)
                    : Parsed.bad(Reason.invalid("user", text));
        }
        return UserNames.id(text.substring(0, dash))
                .then(low -> UserNames.id(text.substring(dash + 1))
                        .then(high -> low <= high
                                ? Parsed.good(text)
                                : Parsed.bad(Reason.about(text, "the range '" + text + "' ends before it begins"))));
    }

    /** Parses metrics of routers of high, medium and low preference, in ascending order. */
    private static Parsed<String> metrics(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            return Parsed.bad(Reason.invalid("metric", text, "one metric or HIGH:MEDIUM:LOW"));
        }
        return Numbers.uint32(parts[0])
                .then(high -> Numbers.uint32(parts[1])
                        .then(medium -> Numbers.uint32(parts[2])
                                .then(low -> high < medium && medium < low
                                        ? Parsed.good(text)
                                        : Parsed.bad("the three metrics must be in ascending order"))));
    }

    /** {@code LEAST}, {@code LEAST:}, {@code LEAST:MOST} or {@code :MOST}. */
    private static Parsed<String> states(String text) {
        int colon = text.indexOf(':');
        String least = colon < 0 ? text : text.substring(0, colon);
        String most = colon < 0 ? "" : text.substring(colon + 1);
        if (text.isEmpty() || text.equals(":")) {
            return Parsed.bad("missing state");
        }
        int low = least.isEmpty() ? 0 : STATES.indexOf(least);
        int high = most.isEmpty() ? STATES.size() - 1 : STATES.indexOf(most);
        return low >= 0 && low <= high
                ? Parsed.good(text)
                : Parsed.bad(Reason.invalid("link state", text, "STATE or LEAST:MOST"));
    }
}
