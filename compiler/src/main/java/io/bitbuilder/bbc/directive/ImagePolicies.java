package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Blanks;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which partitions of an image may be used, and how protected they must be (systemd.image-policy(7)). */
final class ImagePolicies {
    private static final Set<String> SYMBOLS = Set.of("", "-", "*", "~");

    private ImagePolicies() {}

    /** systemd refuses a unit with an invalid policy, and silently ignores unknown names. */
    static List<Complaint> judge(String value, Context context) {
        if (SYMBOLS.contains(value)) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return Parts.asRefusal(Parts.untilFault(Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR), rule -> rule(rule, seen, context)));
    }

    private static List<Complaint> rule(String rule, Set<String> seen, Context context) {
        Splitter words = Splitter.by("=", rule, Splitter.Flag.EACH_SEPARATOR);
        return switch (words.next().orElse(Parsed.good(""))) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> {
                String partition = Blanks.strip(name);
                if (words.tail().isEmpty()) {
                    yield Parts.ignored(Reason.invalid("rule", rule, "PARTITION=FLAGS"));
                }
                boolean known = partition.isEmpty() || context.catalogue().words("partition_designator").accepts(partition, context.target());
                if (!known) {
                    yield Parts.silent(Reason.unknown("partition designator", partition));
                }
                yield Parts.fine(seen.add(partition), Reason.duplicate("partition rule", partition));
            }
        };
    }
}
