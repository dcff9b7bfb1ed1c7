package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that systemd takes as they stand and that mean something else than they seem to. */
final class ContentRules {
    /** Specifiers of units, and variables, in the middle of other text. */
    private static final Pattern EXPANDED = Pattern.compile("%[abBCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWy](?![0-9a-zA-Z])|\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");

    private static final Set<String> KINDS = Set.of("network", "netdev", "link", "nspawn");
    private static final List<String> KEY_FILES = List.of("PrivateKeyFile", "PresharedKeyFile", "KeyFile");
    private static final List<String> READABLE = List.of("/etc/systemd/network/", "/run/", "/usr/", "@");

    private ContentRules() {}

    static void judge(Host host, Sink sink) {
        for (Loaded object : host.objects()) {
            if (KINDS.contains(object.kind().name())) {
                object.files().flatMap(file -> file.assignments().stream()).forEach(line -> expanded(object, line, host.lines(), sink));
            }
            if (object.kind().name().equals("netdev")) {
                KEY_FILES.forEach(key -> object.files().flatMap(file -> file.assignments().stream()).filter(a -> a.key().equals(key)).forEach(line -> keyFile(line, sink)));
            }
            if (object.kind().name().equals("nspawn")) {
                implied(object, sink);
            }
        }
    }

    /** Lines that systemd refuses are told of where they stand. */
    private static void expanded(Loaded object, Assignment line, Lines lines, Sink sink) {
        Optional<Directive> directive = lines.find(object.kind(), line.section(), line.key()).filter(d -> !d.specifiers() && d.valueClass().contains("path"));
        Matcher found = EXPANDED.matcher(line.value());
        if (directive.isPresent() && found.find() && lines.judge(directive.get(), object.name(), line.value()).isEmpty()) {
            sink.add(Finding.of(Code.SYS113, Values.part(line, found.group()), line.key() + "= is taken as it stands: nothing is put in place of " + found.group() + " in ." + object.kind().name() + " files")
                    .fix("write the value itself, in one file for each"));
        }
    }

    private static void keyFile(Assignment line, Sink sink) {
        if (line.value().startsWith("/") && READABLE.stream().noneMatch(line.value()::startsWith)) {
            sink.add(Finding.of(Code.SYS114, line.span(), "systemd-networkd reads this file as user systemd-network, and leaves the device out when it may not")
                    .fix("give the key as a credential, @network.wireguard.NAME, or make file and folders readable for group systemd-network alone"));
        }
    }

    /** Bridge= and Zone= bring a virtual link of the container's own with them (systemd.nspawn(5)). */
    private static void implied(Loaded object, Sink sink) {
        Optional<Assignment> bridge = object.last("Network", "Bridge").or(() -> object.last("Network", "Zone")).filter(a -> !a.value().isEmpty());
        bridge.ifPresent(line -> List.of("Private", "VirtualEthernet").forEach(key -> object.last("Network", key).filter(a -> Values.isYes(a.value())).ifPresent(other ->
                sink.add(Finding.of(Code.SYS118, other.keySpan(), line.key() + "= implies " + key + "=yes").also(line.span(), "implied by this").fix("take the line away")))));
    }
}
