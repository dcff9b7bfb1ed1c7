package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Header;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules of networkd.conf(5). */
final class NetworkdConfRules {
    static final List<ObjectRule> ALL = List.of(NetworkdConfRules::labels, NetworkdConfRules::tables);

    private static final String LABEL = "IPv6AddressLabel";

    private NetworkdConfRules() {}

    /** A label needs its prefix, then its number; a section with a wrong line goes without another word. */
    private static void labels(Loaded object, Lines lines, Sink sink) {
        for (ConfFile file : object.files().toList()) {
            for (Header header : file.sections(LABEL)) {
                List<Assignment> below = file.below(header);
                if (!below.isEmpty() && below.stream().allMatch(a -> isGood(object, lines, a))) {
                    List.of("Prefix", "Label").stream().filter(key -> below.stream().noneMatch(a -> a.key().equals(key) && !a.value().isEmpty())).findFirst()
                            .ifPresent(key -> sink.add(Code.SYS007, header.span(), "[" + LABEL + "] without " + key + "=; systemd-networkd leaves it out"));
                }
            }
        }
    }

    private static boolean isGood(Loaded object, Lines lines, Assignment assignment) {
        return lines.find(object.kind(), assignment.section(), assignment.key()).filter(d -> lines.judge(d, object.name(), assignment.value()).isEmpty()).isPresent();
    }

    /** A table has one name, a name one table. */
    private static void tables(Loaded object, Lines lines, Sink sink) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (Assignment assignment : new Accepted(object, lines).all("Network", "RouteTable")) {
            for (String word : Splitter.all(assignment.value()).toOptional().orElse(List.of())) {
                int colon = word.indexOf(':');
                String name = colon < 0 ? word : word.substring(0, colon);
                String number = word.substring(colon + 1);
                if (colon > 0 && (names.containsKey(name) || numbers.containsKey(number))) {
                    sink.add(Code.SYS005, assignment.span(), "RouteTable=: '" + word + "' contradicts a pair before it");
                } else if (colon > 0) {
                    names.put(name, number);
                    numbers.put(number, name);
                }
            }
        }
    }
}
