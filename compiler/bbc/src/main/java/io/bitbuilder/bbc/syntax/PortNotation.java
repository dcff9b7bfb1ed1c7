package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Fix;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Published ports in the notation of container engines. */
final class PortNotation {
    private static final Pattern MAPPING = Pattern.compile("publish\\s+((?<first>tcp|udp)\\s+)?"
            + "(?<address>\\d+(\\.\\d+){3}:)?(?<host>\\d+)(/(?<second>tcp|udp))?\\s*(->|:)\\s*"
            + "(?<guest>\\d+)((/|\\s+)(?<third>tcp|udp)(?![\\w-]))?");
    private static final Pattern NUMBERS = Pattern.compile(".*?(?<line>[a-z]+ +(tcp|udp) +)(?<first>\\d+)\\s*");
    private static final Pattern TO = Pattern.compile("(\\.\\.|-)\\s*(?<last>\\d+).*");

    private PortNotation() {}

    /** Returns the help for ports as container engines write them, that of the host first. */
    static @Nullable SyntaxHelp mapping(Unexpected at) {
        String head = at.head();
        int from = head.lastIndexOf("publish");
        Matcher found = MAPPING.matcher(head + at.rest());
        if (from < 0 || !found.find(from) || found.start() != from || found.end() <= head.length()) {
            return null;
        }
        String proto = Stream.of("first", "second", "third")
                .map(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("tcp");
        String line = "publish " + proto + " " + found.group("host") + " -> " + found.group("guest");
        int file = at.start() - head.length();
        Fix fix = at.replace("write `" + line + "`", file + from, file + found.end(), line);
        return found.group("address") == null
                ? new SyntaxHelp("the arrow maps the host's port to the guest's port", fix)
                : new SyntaxHelp(
                        "a port is published on the address of the host, and in no other place",
                        new Fix(fix.text(), fix.edits()));
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
