package io.bitbuilder.bbc.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ports that a tenant's firewall opens between tenants: the rules of the chains
 * {@code <tenant>__gives_<offer>__to_<tenant>} and {@code <tenant>__takes_<offer>__from_<tenant>}, one chain of each
 * pair in either tenant's file. The chain names replace {@code -} by {@code _}, which names do not contain.
 */
final class FirewallOpenings {
    private FirewallOpenings() {}

    /**
     * One side of an opening.
     *
     * @param side {@code gives} or {@code takes}
     * @param what the opening in the notation of the language: {@code expose api to globex}, {@code consume acme.api}
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
            if (line.startsWith("chain ") && line.endsWith(" {")) {
                open = named(line.substring("chain ".length(), line.length() - " {".length()));
            } else if (line.equals("}")) {
                open = Optional.empty();
            } else {
                open.ifPresent(opening ->
                        found.computeIfAbsent(opening, o -> new ArrayList<>()).add(line));
            }
        }
        return found;
    }

    private static Optional<Opening> named(String shared) {
        String chain = shared.substring(shared.indexOf("__") + 2);
        return parts(chain, "gives_", "__to_")
                .map(p -> new Opening("gives", "expose " + p.getFirst() + " to " + p.getLast()))
                .or(() -> parts(chain, "takes_", "__from_")
                        .map(p -> new Opening("takes", "consume " + p.getLast() + "." + p.getFirst())));
    }

    private static Optional<List<String>> parts(String chain, String before, String between) {
        int at = chain.indexOf(between);
        return chain.startsWith(before) && at > before.length()
                ? Optional.of(List.of(
                        name(chain.substring(before.length(), at)), name(chain.substring(at + between.length()))))
                : Optional.empty();
    }

    private static String name(String plain) {
        return plain.replace('_', '-');
    }
}
