package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Whitespace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Image policies: the partitions of an image that may be used, and their required protection (systemd.image-policy(7)).
 */
final class ImagePolicies {
    private static final Set<String> SYMBOLS = Set.of("", "-", "*", "~");

    private ImagePolicies() {}

    /** systemd refuses a unit with an invalid policy, and silently ignores unknown names. */
    static List<Complaint> judge(String value, ValueContext context) {
        if (SYMBOLS.contains(value)) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return Complaints.asRefusal(Complaints.untilFault(
                Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR), rule -> rule(rule, seen, context)));
    }

    private static List<Complaint> rule(String rule, Set<String> seen, ValueContext context) {
        Splitter words = Splitter.by("=", rule, Splitter.Flag.EACH_SEPARATOR);
        return switch (words.next().orElse(Parsed.good(""))) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String name) -> {
                String partition = Whitespace.strip(name);
                if (words.tail().isEmpty()) {
                    yield Complaints.ignored(Reason.invalid("rule", rule, "PARTITION=FLAGS"));
                }
                boolean known = partition.isEmpty()
                        || context.catalogue().words("partition_designator").accepts(partition, context.target());
                if (!known) {
                    yield Complaints.silent(Reason.unknown("partition designator", partition));
                }
                yield Complaints.unless(seen.add(partition), Reason.duplicate("partition rule", partition));
            }
        };
    }
}
