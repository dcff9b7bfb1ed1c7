package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules of networkd.conf(5). */
public final class NetworkdConfRules {
    public static final List<ObjectRule> ALL = List.of(NetworkdConfRules::labels, NetworkdConfRules::tables);

    private static final String LABEL = "IPv6AddressLabel";

    private NetworkdConfRules() {}

    /** Checks that labels have a prefix and a number; a section with an invalid line is ignored silently. */
    private static void labels(ConfigObject object, LineChecker checker, FindingSink sink) {
        EffectiveSettings.of(object, checker).each(LABEL).stream()
                .filter(section -> !section.isSpoiled())
                .forEach(section -> Stream.of("Prefix", "Label")
                        .filter(key -> !section.has(key))
                        .findFirst()
                        .ifPresent(key -> sink.add(
                                Code.SECTION_IGNORED,
                                section.place(),
                                "missing " + key + "= in [" + LABEL + "]; systemd-networkd ignores the section")));
    }

    /** Checks that each route table has one name, and each name one table. */
    private static void tables(ConfigObject object, LineChecker checker, FindingSink sink) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (Assignment assignment :
                EffectiveSettings.of(object, checker).in("Network").all("RouteTable")) {
            for (String word : Splitter.all(assignment.value()).toOptional().orElse(List.of())) {
                int colon = word.indexOf(':');
                String name = colon < 0 ? word : word.substring(0, colon);
                String number = word.substring(colon + 1);
                if (colon > 0 && (names.containsKey(name) || numbers.containsKey(number))) {
                    sink.add(
                            Code.INVALID_LIST_ITEM,
                            assignment.span(),
                            "RouteTable=: '" + word + "' conflicts with a pair before it");
                } else if (colon > 0) {
                    names.put(name, number);
                    numbers.put(number, name);
                }
            }
        }
    }
}
