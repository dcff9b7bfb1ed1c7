package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a running host has loaded, from the programs that loaded it; files of the tree are not read. */
record HostState(LiveHost host) {
    private static final Pattern ELEMENTS = Pattern.compile("elements = \\{([^}]*)}");

    /** Waits for half a minute at most: a lease and the probes for an IPv6 address take time. */
    private static final String SETTLED = """
            for wait in $(seq 1 150); do
              told=$(networkctl --json=short status %s)
              case $told in *AdministrativeState?:?configured?*%s*) break ;; esac
              sleep 0.2
            done
            echo "$told"
            """;

    /** Waits until PID 1 has noticed the mounts that came and went: it looks at them a few times a second at most. */
    void settle() {
        host.exec("/bin/sh", "-c", """
                for wait in $(seq 1 50); do
                  mounted=$(findmnt --raw --noheadings --output TARGET | grep '^/var/lib/tenants/' | sort -u | wc -l)
                  noticed=$(
                    systemctl list-units --plain --no-legend --type=mount --state=mounted 'var-lib-tenants-*' | wc -l)
                  [ "$mounted" != "$noticed" ] || break
                  sleep 0.2
                done
                """);
    }

    /** Properties of units as PID 1 has them, by unit. */
    Map<String, SortedMap<String, String>> units(Collection<String> units, Collection<String> properties) {
        String told = host.exec(
                words(List.of("systemctl", "show", "--property", "Id," + String.join(",", properties)), units));
        return List.of(told.split("\n\n")).stream()
                .map(HostState::assignments)
                .collect(Collectors.toMap(unit -> unit.get("Id"), unit -> unit));
    }

    /** A property of one unit. */
    String unit(String unit, String property) {
        return host.exec("systemctl", "show", "--value", "--property", property, unit);
    }

    /** Names of loaded units that match. */
    SortedSet<String> loaded(String... patterns) {
        String told = host.exec(
                words(List.of("systemctl", "--plain", "--no-legend", "--all", "list-units"), List.of(patterns)));
        return told.lines()
                .filter(line -> !line.contains(" not-found "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A link as networkd has it, once that is done with it. */
    JsonAnswer link(String name) {
        return JsonAnswer.parse(host.attempt(SETTLED.formatted(name, "")).output());
    }

    /**
     * A link of a running container, as the networkd in it has it, once that is done with it and has an address (IPv4,
     * if any).
     */
    JsonAnswer guestLink(String machine, String name, String address) {
        String wanted = address.isEmpty() ? "" : "AddressString?:?" + address + "?";
        return JsonAnswer.parse(
                guest(machine, "-m -p -U -r", SETTLED.formatted(name, wanted)).output());
    }

    /** Runs a shell command in the network of a container, and in further namespaces by the flags of nsenter(1). */
    Command.Outcome guest(String machine, String flags, String command) {
        return host.attempt("exec nsenter -t %s -n %s -- sh -c '%s'".formatted(leader(machine), flags, command));
    }

    /** Output of a command that the guest's own systemd runs as a service; without single quotes. */
    String service(String machine, String command) {
        return guest(
                        machine,
                        "-m -p -U -r -w -u -i",
                        "systemd-run --quiet --pipe --wait --expand-environment=no " + command)
                .output();
    }

    /** Links of the kernel that the compiler named, each with its master. */
    SortedMap<String, String> links() {
        SortedMap<String, String> links = new TreeMap<>();
        JsonAnswer.parse(host.exec("ip", "-json", "link")).list().stream()
                .filter(link -> link.text("ifname").matches("[bcv]-.*"))
                .forEach(link -> links.put(link.text("ifname"), link.text("master")));
        return links;
    }

    /** Process that is PID 1 of a machine. */
    String leader(String machine) {
        return host.exec("machinectl", "show", machine, "-p", "Leader", "--value");
    }

    SortedSet<String> machines() {
        return host.exec("machinectl", "--no-legend", "list")
                .lines()
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Families and names of the tables that the kernel has. */
    SortedSet<String> tables() {
        return new TreeSet<>(host.exec("nft", "list", "tables")
                .lines()
                .map(line -> line.substring("table ".length()))
                .toList());
    }

    /** A table as the kernel has it, without counters, in an order that does not depend on that of the tenants. */
    String table(String familyAndName) {
        return sorted(
                host.attempt("nft --stateless list table " + familyAndName).output());
    }

    /** The parts of a listed table and their elements in alphabetical order. */
    static String sorted(String table) {
        return Stream.of(ELEMENTS.matcher(table.strip())
                        .replaceAll(found -> Stream.of(found.group(1).split(","))
                                .map(String::strip)
                                .sorted()
                                .collect(Collectors.joining(", ", "elements = { ", " }")))
                        .replaceAll("^table .* \\{\n|\n}$", "")
                        .split("\n\n"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Ranges whose packets leave with the host's address; family is 4 or 6. */
    SortedSet<String> masqueraded(int family) {
        return ELEMENTS.matcher(host.attempt("nft list set inet bbc masqueraded" + family)
                        .output())
                .results()
                .flatMap(set -> Stream.of(set.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The controllers that the kernel delegates to PID 1; limits of others are stored without effect. */
    Set<String> controllers() {
        return Set.of(host.exec("cat", "/sys/fs/cgroup/cgroup.controllers").split(" "));
    }

    /** A file of the cgroup of a unit; empty where it has none. */
    Optional<String> cgroup(String unit, String file) {
        Command.Outcome outcome = host.attempt("cat /sys/fs/cgroup%s/%s".formatted(unit(unit, "ControlGroup"), file));
        return outcome.exit() == 0 ? Optional.of(outcome.output().strip()) : Optional.empty();
    }

    /** Mount points below a folder. */
    List<String> mounts(String folder) {
        return host.exec("findmnt", "--raw", "--noheadings", "--output", "TARGET")
                .lines()
                .filter(target -> target.startsWith(folder))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Backing files of the loop devices that this host set up; the kernel lists those of all hosts of the machine. */
    List<String> loops() {
        return host.exec("/bin/sh", "-c", """
                losetup --noheadings --raw --output BACK-INO,BACK-FILE | while read -r inode file; do
                  [ "$(stat -c %i "$file" 2>/dev/null)" != "$inode" ] || echo "$file"
                done
                """)
                .lines()
                .filter(file -> file.contains("/tenants/"))
                .sorted()
                .toList();
    }

    private static SortedMap<String, String> assignments(String block) {
        SortedMap<String, String> found = new TreeMap<>();
        block.lines()
                .filter(line -> line.contains("="))
                .forEach(
                        line -> found.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return found;
    }

    private static String[] words(List<String> first, Collection<String> rest) {
        return Stream.concat(first.stream(), rest.stream()).toArray(String[]::new);
    }
}
