package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules of networkd.conf(5). */
final class NetworkdConfRules {
    static final List<ObjectRule> ALL = List.of(NetworkdConfRules::labels, NetworkdConfRules::tables);

    private static final String LABEL = "IPv6AddressLabel";

    private NetworkdConfRules() {}

    /** Checks that labels have a prefix and a number; a section with an invalid line is ignored silently. */
    private static void labels(Loaded object, Lines lines, Sink sink) {
        EffectiveSettings.of(object, lines).each(LABEL).stream().filter(section -> !section.isSpoiled()).forEach(section ->
                Stream.of("Prefix", "Label").filter(key -> !section.has(key)).findFirst()
                        .ifPresent(key -> sink.add(Code.SYS007, section.place(), "missing " + key + "= in [" + LABEL + "]; systemd-networkd ignores the section")));
    }

    /** Checks that each route table has one name, and each name one table. */
    private static void tables(Loaded object, Lines lines, Sink sink) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (Assignment assignment : EffectiveSettings.of(object, lines).in("Network").all("RouteTable")) {
            for (String word : Splitter.all(assignment.value()).toOptional().orElse(List.of())) {
                int colon = word.indexOf(':');
                String name = colon < 0 ? word : word.substring(0, colon);
                String number = word.substring(colon + 1);
                if (colon > 0 && (names.containsKey(name) || numbers.containsKey(number))) {
                    sink.add(Code.SYS005, assignment.span(), "RouteTable=: '" + word + "' conflicts with a pair before it");
                } else if (colon > 0) {
                    names.put(name, number);
                    numbers.put(number, name);
                }
            }
        }
    }
}
