package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Fix;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Published ports in the notation of container engines. */
final class PortNotation {
    private static final Pattern PORTS =
            Pattern.compile("(?s).*?(?<word>publish)\\s+(?<proto>(tcp|udp)\\s+)?(?<host>\\d+)");
    private static final Pattern COLON_PORT = Pattern.compile(":(?<guest>\\d+)(/(?<proto>tcp|udp))?.*");
    private static final Pattern NUMBERS = Pattern.compile(".*?(?<line>[a-z]+ +(tcp|udp) +)(?<first>\\d+)\\s*");
    private static final Pattern TO = Pattern.compile("(\\.\\.|-)\\s*(?<last>\\d+).*");

    private PortNotation() {}

    /** Returns the help for ports as container engines write them, that of the host first. */
    static @Nullable SyntaxHelp mapping(Unexpected at) {
        Matcher host = PORTS.matcher(at.head());
        Matcher guest = at.ahead(COLON_PORT);
        if (!host.matches() || !guest.matches()) {
            return null;
        }
        String proto = host.group("proto") != null
                ? host.group("proto").strip()
                : guest.group("proto") != null ? guest.group("proto") : "tcp";
        String line = "publish " + proto + " " + host.group("host") + " -> " + guest.group("guest");
        int from = at.start() - at.head().length() + host.start("word");
        int to = at.start() + Math.max(guest.end("guest"), guest.end("proto"));
        return new SyntaxHelp(
                "the arrow maps the host's port to the guest's port",
                at.replace("write `" + line + "`", from, to, line));
    }

    /** Returns the help for a range of ports. */
    static @Nullable SyntaxHelp range(Unexpected at) {
        Matcher first = NUMBERS.matcher(at.head());
        Matcher last = at.ahead(TO);
        if (!at.complete() || !first.matches() || !last.matches()) {
            return null;
        }
        return new SyntaxHelp(
                "a block has one value for each label",
                Fix.of("write a loop: `for p in " + first.group("first") + ".." + last.group("last") + " { "
                        + first.group("line") + "(p) -> (p) { } }`"));
    }
}
