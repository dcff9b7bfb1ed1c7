package io.bitbuilder.bbc.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Published ports of compose, Quadlet and systemd-nspawn. */
final class Ports {
    private static final String NUMBERS = "([0-9]{1,5}(?:-[0-9]{1,5})?)";
    private static final Pattern SHORT = Pattern.compile("(?:(?<address>[0-9a-fA-F.:\\[\\]]+):)??(?:(?<host>" + NUMBERS
            + ")?:)?(?<guest>" + NUMBERS + ")(?:/(?<proto>[a-z]+))?");
    private static final Pattern NSPAWN =
            Pattern.compile("(?:(?<proto>tcp|udp):)?(?<host>[0-9]{1,5})(?::(?<guest>[0-9]{1,5}))?");
    private static final List<String> LONG = List.of("target", "published", "protocol", "host_ip");
    private static final List<String> ANY = List.of("", "0.0.0.0", "::");
    private static final String ONE_ADDRESS = "bbc publishes on the address of the uplink only";
    private static final int LAST = 65535;
    private static final int RANGE = 64;

    private Ports() {}

    /** Publishes a port of compose or Quadlet; returns the reason if it does not. */
    static Optional<String> publish(Item item, WorkloadDraft workload) {
        if (item instanceof Item.Mapping mapping) {
            String address = mapping.at("host_ip").text();
            if (!ANY.contains(address)) {
                return Optional.of(ONE_ADDRESS);
            }
            List<String> other = mapping.entries().keySet().stream()
                    .filter(key -> !LONG.contains(key))
                    .toList();
            Optional<String> failed = publish(
                    mapping.at("protocol").text(),
                    mapping.at("published").text(),
                    mapping.at("target").text(),
                    workload);
            return failed.or(() -> other.isEmpty()
                    ? Optional.empty()
                    : Optional.of("published on all addresses of the uplink, without " + String.join(", ", other)));
        }
        Matcher matcher = SHORT.matcher(item.text());
        if (!matcher.matches()) {
            return Optional.of("not a port");
        }
        if (matcher.group("address") != null) {
            return Optional.of(ONE_ADDRESS);
        }
        return publish(matcher.group("proto"), matcher.group("host"), matcher.group("guest"), workload);
    }

    /** Publishes a port of systemd-nspawn; returns the reason if it does not. */
    static Optional<String> publishNspawn(Item item, WorkloadDraft workload) {
        Matcher matcher = NSPAWN.matcher(item.text());
        return matcher.matches()
                ? publish(
                        matcher.group("proto"),
                        matcher.group("host"),
                        Optional.ofNullable(matcher.group("guest")).orElse(matcher.group("host")),
                        workload)
                : Optional.of("not a port");
    }

    private static Optional<String> publish(String proto, String host, String guest, WorkloadDraft workload) {
        String protocol = proto == null || proto.isEmpty() ? "tcp" : proto;
        List<Integer> to = range(guest);
        boolean random = host == null || host.isEmpty();
        List<Integer> from = random ? List.of() : range(host);
        if (!List.of("tcp", "udp").contains(protocol)) {
            return Optional.of("a published port has protocol tcp or udp");
        }
        if (to.isEmpty() || !random && from.size() != to.size()) {
            return Optional.of("not a range of at most " + RANGE + " ports");
        }
        for (int i = 0; i < to.size(); i++) {
            workload.publish("publish " + protocol + " " + (random ? "auto" : from.get(i)) + " -> " + to.get(i));
        }
        return Optional.empty();
    }

    private static List<Integer> range(String text) {
        String[] ends = text.split("-", 2);
        List<Integer> ports = new ArrayList<>();
        if (!text.matches(NUMBERS)) {
            return ports;
        }
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int port = first; port <= last && port <= LAST && first > 0 && last - first < RANGE; port++) {
            ports.add(port);
        }
        return last > LAST ? List.of() : ports;
    }
}
