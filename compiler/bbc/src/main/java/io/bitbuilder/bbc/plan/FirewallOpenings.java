package io.bitbuilder.bbc.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ports that a tenant's firewall opens between tenants, and addresses that it opens behind the uplink. The first are
 * the rules of the chains {@code <tenant>__gives_<offer>__to_<tenant>} and
 * {@code <tenant>__takes_<offer>__from_<tenant>}, one chain of each pair in either tenant's file, and
 * {@code <tenant>__peers_<network>__with_<tenant>__<network>} for joined networks. The others are the elements of the
 * sets {@code <tenant>__allow4_<network>} and {@code <tenant>__deny4_<network>}, or of IPv6, and the default in the
 * chain {@code <tenant>__egress_<network>}. These names replace {@code -} by {@code _}, which names do not contain.
 */
final class FirewallOpenings {
    /** First part of the names of openings through the uplink. */
    static final String EGRESS = "egress.";

    private static final Pattern RULE = Pattern.compile("ip6? daddr (\\S+) (tcp|udp) dport (\\S+) accept");
    private static final Pattern JOINED = Pattern.compile("ip6? saddr \\S+ ip6? daddr (\\S+) accept");
    private static final Set<String> DEFAULTS = Set.of("accept", "meta nfproto ipv4 accept");

    private FirewallOpenings() {}

    /**
     * One side of an opening.
     *
     * @param side {@code gives}, {@code takes}, {@code peers}, {@code allows} or {@code denies}
     * @param what the opening in the notation of the language: {@code expose api to globex}, {@code consume acme.api},
     *     {@code peer globex.lan of front}, {@code egress.allow of front}
     */
    record Opening(String side, String what) implements Comparable<Opening> {
        @Override
        public int compareTo(Opening other) {
            int order = side.compareTo(other.side);
            return order != 0 ? order : what.compareTo(other.what);
        }
    }

    /** Returns whether the file is a tenant's firewall; the path is relative to the host's folder. */
    static boolean areIn(String path) {
        return path.startsWith("etc/bbc/nft/");
    }

    /** Returns the rules of each opening. */
    static SortedMap<Opening, List<String>> of(byte[] bytes) {
        SortedMap<Opening, List<String>> found = new TreeMap<>();
        Optional<Opening> open = Optional.empty();
        for (String line : new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList()) {
            if ((line.startsWith("chain ") || line.startsWith("set ")) && line.endsWith(" {")) {
                open = named(line.substring(line.indexOf(' ') + 1, line.length() - " {".length()));
            } else if (line.equals("}")) {
                open = Optional.empty();
            } else {
                open.ifPresent(opening -> values(opening, line)
                        .forEach(value -> found.computeIfAbsent(opening, o -> new ArrayList<>())
                                .add(value)));
            }
        }
        return found;
    }

    /** Returns the values of a line: the elements of a set, the default of a chain of a network, else the rule. */
    private static Stream<String> values(Opening opening, String line) {
        if (line.startsWith("elements = { ")) {
            return Stream.of(line.substring("elements = { ".length(), line.length() - " }".length())
                    .split(","));
        }
        return switch (opening.side()) {
            case "allows" -> DEFAULTS.contains(line) ? Stream.of("all other addresses") : Stream.empty();
            case "denies" -> Stream.empty();
            case "peers" -> Stream.of(JOINED.matcher(line).replaceFirst("at $1"));
            default -> Stream.of(RULE.matcher(line).replaceFirst("at $2 $3 of $1"));
        };
    }

    private static Optional<Opening> named(String shared) {
        String chain = shared.substring(shared.indexOf("__") + 2);
        return network(chain, "egress", "allows", "allow")
                .or(() -> network(chain, "allow[46]", "allows", "allow"))
                .or(() -> network(chain, "deny[46]", "denies", "deny"))
                .or(() -> pair(chain));
    }

    private static Optional<Opening> network(String chain, String part, String side, String field) {
        return chain.matches(part + "_.*")
                ? Optional.of(
                        new Opening(side, EGRESS + field + " of " + name(chain.substring(chain.indexOf('_') + 1))))
                : Optional.empty();
    }

    private static Optional<Opening> pair(String chain) {
        return parts(chain, "gives_", "__to_")
                .map(p -> new Opening("gives", "expose " + p.getFirst() + " to " + p.getLast()))
                .or(() -> parts(chain, "takes_", "__from_")
                        .map(p -> new Opening("takes", "consume " + p.getLast() + "." + p.getFirst())))
                .or(() -> parts(chain, "peers_", "__with_")
                        .map(p -> new Opening("peers", "peer " + p.getLast() + " of " + p.getFirst())));
    }

    private static Optional<List<String>> parts(String chain, String before, String between) {
        int at = chain.indexOf(between);
        return chain.startsWith(before) && at > before.length()
                ? Optional.of(List.of(
                        name(chain.substring(before.length(), at)), name(chain.substring(at + between.length()))))
                : Optional.empty();
    }

    private static String name(String plain) {
        return plain.replace("__", ".").replace('_', '-');
    }
}
