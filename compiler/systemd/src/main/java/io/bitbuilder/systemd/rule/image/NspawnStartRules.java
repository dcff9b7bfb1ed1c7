package io.bitbuilder.systemd.rule.image;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.catalogue.Feature;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.rule.image.NspawnRules.Start;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Conflicting settings with which systemd-nspawn(1) refuses to start a container, for a command line with
 * {@code --boot} and {@code --settings=override} and none of the options that the file sets. The first conflict counts.
 */
final class NspawnStartRules {
    private static final String EXEC = "Exec";
    private static final String FILES = "Files";
    private static final String NETWORK = "Network";
    private static final String OFF = "no";

    /** Containers with {@code PrivateUsers=pick} map their files. */
    private static final Feature PICK_MAPS_FILES = Feature.of("nspawn-pick-maps-files");

    private static final List<String> DEVICES =
            List.of("Bridge", "Zone", "Interface", "MACVLAN", "IPVLAN", "VirtualEthernetExtra");

    /** Capabilities of a container by default (systemd-nspawn(1), --capability=). */
    private static final Set<String> KEPT = Set.of(
            "CAP_AUDIT_CONTROL",
            "CAP_AUDIT_WRITE",
            "CAP_CHOWN",
            "CAP_DAC_OVERRIDE",
            "CAP_DAC_READ_SEARCH",
            "CAP_FOWNER",
            "CAP_FSETID",
            "CAP_IPC_OWNER",
            "CAP_KILL",
            "CAP_LEASE",
            "CAP_LINUX_IMMUTABLE",
            "CAP_MKNOD",
            "CAP_NET_BIND_SERVICE",
            "CAP_NET_BROADCAST",
            "CAP_NET_RAW",
            "CAP_SETFCAP",
            "CAP_SETGID",
            "CAP_SETPCAP",
            "CAP_SETUID",
            "CAP_SYS_ADMIN",
            "CAP_SYS_BOOT",
            "CAP_SYS_CHROOT",
            "CAP_SYS_NICE",
            "CAP_SYS_PTRACE",
            "CAP_SYS_RESOURCE",
            "CAP_SYS_TTY_CONFIG");

    private final ConfigObject object;
    private final int target;
    private final EffectiveSettings exec;
    private final EffectiveSettings files;
    private final EffectiveSettings network;
    private final String users;
    private final String ownership;
    private final boolean isPrivate;

    NspawnStartRules(ConfigObject object, LineChecker checker) {
        this.object = object;
        target = checker.target();
        EffectiveSettings settings = EffectiveSettings.of(object, checker);
        exec = settings.in(EXEC);
        files = settings.in(FILES);
        network = settings.in(NETWORK);
        users = users(exec.value("PrivateUsers").orElse(OFF));
        ownership = ownership();
        isPrivate = network.isTrue("Private")
                || network.isTrue("VirtualEthernet")
                || DEVICES.stream().anyMatch(key -> network.has(key));
    }

    void judge(FindingSink sink) {
        namespaces()
                .or(this::readOnly)
                .or(this::network)
                .or(this::ambient)
                .or(this::others)
                .ifPresent(conflict -> sink.add(
                        Code.UNIT_REFUSED,
                        place(conflict.key()),
                        conflict.reason() + "; systemd-nspawn does not start"));
    }

    /** Returns the place of the last line of that key; the start of the file when there is none. */
    private Span place(String key) {
        return object.assignments()
                .filter(a -> a.key().equals(key))
                .reduce((first, second) -> second)
                .map(Assignment::span)
                .orElseGet(object::start);
    }

    /**
     * Settings that exclude each other.
     *
     * @param key the key that the finding points to
     */
    private record Conflict(String key, String reason) {}

    private static String users(String value) {
        return Booleans.is(value) ? ValidValues.isYes(value) ? "yes" : OFF : value;
    }

    /** Returns the mode of ownership, from the last of the two keys for it. */
    private String ownership() {
        Optional<Assignment> last = Stream.of("PrivateUsersOwnership", "PrivateUsersChown")
                .flatMap(key -> files.all(key).stream())
                .max((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        if (last.isEmpty()) {
            boolean older = !PICK_MAPS_FILES.isIn(target);
            return users.equals("pick")
                    ? (older ? "chown" : "auto")
                    : users.equals("managed") && !older ? "auto" : "off";
        }
        String value = last.get().value();
        boolean old = last.get().key().equals("PrivateUsersChown");
        return !Booleans.is(value) ? value : !ValidValues.isYes(value) ? "off" : old ? "chown" : "auto";
    }

    private Optional<Conflict> namespaces() {
        boolean managed = users.equals("managed");
        boolean delegates =
                exec.value("PrivateUsersDelegate").filter(n -> !n.matches("0+")).isPresent();
        boolean counts =
                exec.has("PrivateUsers") || files.has("PrivateUsersOwnership") || files.has("PrivateUsersChown");
        String journal = exec.value("LinkJournal").orElse(OFF);
        return when(managed && !isPrivate, "PrivateUsers", "PrivateUsers=managed requires a private network")
                .or(() -> when(
                        delegates && counts && !managed,
                        "PrivateUsersDelegate",
                        "PrivateUsersDelegate= requires PrivateUsers=managed"))
                .or(() -> when(
                        exec.isTrue("Ephemeral") && (journal.equals("host") || journal.equals("guest")),
                        "Ephemeral",
                        "Ephemeral= cannot be combined with LinkJournal=" + journal));
    }

    private Optional<Conflict> readOnly() {
        String volatileMode = users(files.value("Volatile").orElse(OFF));
        boolean readOnly = files.isTrue("ReadOnly") || !volatileMode.equals(OFF) || hasRoot();
        return when(
                ownership.equals("chown") && readOnly,
                "PrivateUsersOwnership",
                "PrivateUsersOwnership=chown cannot be combined with ReadOnly=, Volatile= or a mount at /");
    }

    private boolean hasRoot() {
        return Stream.of("Bind", "BindReadOnly", "TemporaryFileSystem", "Overlay", "OverlayReadOnly")
                .flatMap(key -> files.accepted(key).stream().map(a -> destination(key, a.value())))
                .anyMatch(path -> Paths.simplify(path, false).equals("/"));
    }

    private static String destination(String key, String value) {
        String[] parts = value.split(":", -1);
        if (key.startsWith("Overlay")) {
            return parts[parts.length - 1];
        }
        return key.startsWith("Bind") && parts.length > 1 ? parts[1] : parts[0].replaceFirst("^\\+", "");
    }

    private Optional<Conflict> network() {
        boolean devices = DEVICES.stream().anyMatch(key -> network.has(key)) || network.isTrue("VirtualEthernet");
        return when(
                        network.has("NamespacePath") && devices,
                        "NamespacePath",
                        "NamespacePath= cannot be combined with other settings of the network")
                .or(() -> when(
                        network.has("Bridge") && network.has("Zone"),
                        "Bridge",
                        "Bridge= cannot be combined with Zone="))
                .or(() -> when(network.has("Port") && !isPrivate, "Port", "Port= requires a private network"));
    }

    private Optional<Conflict> ambient() {
        Set<String> ambient = capabilities("AmbientCapability");
        if (ambient.isEmpty()) {
            return Optional.empty();
        }
        Set<String> kept = new TreeSet<>(KEPT);
        kept.addAll(capabilities("Capability"));
        boolean configured =
                isPrivate || network.has("Private") || network.has("VirtualEthernet") || network.has("NamespacePath");
        if (configured) {
            kept.add("CAP_NET_ADMIN");
            kept.removeIf(name -> !isPrivate && name.equals("CAP_NET_ADMIN"));
        }
        kept.removeAll(capabilities("DropCapability"));
        Start start = NspawnRules.start(exec);
        return when(ambient.containsAll(Capabilities.all()), "AmbientCapability", "AmbientCapability= cannot be all")
                .or(() -> when(
                        !kept.containsAll(ambient),
                        "AmbientCapability",
                        "AmbientCapability= contains capabilities that the container does not have"))
                .or(() -> when(
                        start == Start.BOOT || start == Start.UNSET,
                        "AmbientCapability",
                        "AmbientCapability= requires ProcessTwo= or Boot=no"));
    }

    private Set<String> capabilities(String key) {
        Set<String> names = new TreeSet<>();
        for (Assignment assignment : exec.accepted(key)) {
            for (String word : assignment.value().split("\\s+")) {
                names.addAll(word.equals("all") ? Capabilities.all() : Set.of(word.toUpperCase(Locale.ROOT)));
            }
        }
        names.removeIf(name -> !name.matches("[0-9]+") && !Capabilities.all().contains(name));
        return names;
    }

    private Optional<Conflict> others() {
        boolean shell =
                files.value("BindUserShell").filter(s -> !Booleans.is(s)).isPresent();
        return when(shell && !files.has("BindUser"), "BindUserShell", "BindUserShell= requires BindUser=")
                .or(() -> when(
                        hasRoot() && !users.equals(OFF) && !ownership.equals("off"),
                        "PrivateUsers",
                        "a mount at / cannot be combined with PrivateUsersOwnership=" + ownership))
                .or(() -> when(
                        hasRoot() && !users.equals(OFF) && !users.equals("identity") && !users.matches("[0-9].*"),
                        "PrivateUsers",
                        "a mount at / cannot be combined with PrivateUsers=" + users));
    }

    private static Optional<Conflict> when(boolean wrong, String key, String reason) {
        return wrong ? Optional.of(new Conflict(key, reason)) : Optional.empty();
    }
}
