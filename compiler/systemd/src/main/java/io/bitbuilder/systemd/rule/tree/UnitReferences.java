package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.rule.line.NearNames;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Unknown units: units that others start and that neither the tree nor systemd defines. */
final class UnitReferences {
    /** Keys that start the named units, or place the unit into them. */
    private static final Map<String, List<String>> STARTING = Map.of(
            "Unit", List.of("Requires", "Requisite", "BindsTo", "Wants", "Upholds", "OnFailure", "OnSuccess"),
            "Service", List.of("Slice", "Sockets"),
            "Socket", List.of("Service", "Slice"),
            "Timer", List.of("Unit"),
            "Path", List.of("Unit"),
            "Install", List.of("WantedBy", "RequiredBy", "UpheldBy", "Also"));

    /** Keys that only order units; systemd's own units name many that are not installed. */
    private static final List<String> ORDERING = List.of("After", "Before");

    /** Types of which systemd creates units itself, without a file. */
    private static final Set<String> FOUND = Set.of("device", "mount", "swap", "automount", "scope");

    /** A unit that each distribution has. */
    private static final String DISTRIBUTION = "usr/lib/systemd/system/basic.target";

    /** Extensions of Podman's files, with what it puts before {@code .service} (podman-systemd.unit(5)). */
    private static final Map<String, String> QUADLETS = Map.of(
            "container", "",
            "kube", "",
            "pod", "-pod",
            "volume", "-volume",
            "network", "-network",
            "image", "-image",
            "build", "-build");

    /** Sources from which a unit is made. */
    private static final Pattern TEMPLATES =
            Pattern.compile(".+\\.[a-z]+\\.(?:in|j2|jinja2?|tmpl|tpl|template|erb|m4)");

    private static final List<String> FOLDERS = List.of(".wants/", ".requires/", ".upholds/");

    /** Credentials that add units of a guest, which are not in the tree. */
    private static final List<String> GUEST = List.of("systemd.unit-dropin.", "systemd.extra-unit.");

    private final HostFiles host;
    private final FindingSink sink;
    private final NearNames nearest = new NearNames();
    private final Set<String> known = new HashSet<>();
    private final TreeSet<String> own = new TreeSet<>();

    /** Whether the tree has the units of a distribution, so that a unit that it lacks is missing. */
    private final boolean distribution;

    private UnitReferences(HostFiles host, FindingSink sink) {
        this.host = host;
        this.sink = sink;
        this.distribution = host.has(DISTRIBUTION);
    }

    static void judge(HostFiles host, FindingSink sink) {
        if (host.whole()
                && host.paths().stream()
                        .map(FilePath::name)
                        .noneMatch(name -> GUEST.stream().anyMatch(name::startsWith))) {
            new UnitReferences(host, sink).judge();
        }
    }

    private void judge() {
        known.addAll(CatalogueTable.lines("units.txt"));
        host.objects().stream().filter(o -> o.kind().isUnit()).forEach(this::define);
        host.links().keySet().stream()
                .filter(path -> FOLDERS.stream().noneMatch(path::contains))
                .map(FilePath::name)
                .forEach(own::add);
        host.paths().forEach(this::defineGenerated);
        known.addAll(own);
        host.links().keySet().forEach(this::checkEnabled);
        for (ConfigObject unit : host.objects()) {
            if (unit.kind().isUnit()) {
                EffectiveSettings settings = EffectiveSettings.asWritten(unit);
                STARTING.forEach((section, keys) -> keys.stream()
                        .filter(key -> !isOptional(key, unit))
                        .forEach(key -> settings.in(section).all(key).forEach(line -> checkStarted(unit, line))));
                TriggeredUnits.implied(unit)
                        .filter(name -> !known.contains(name) && !isShipped(unit) && !isBeside(unit, name))
                        .ifPresent(name -> sink.add(TriggeredUnits.missing(unit, name, known, distribution)));
                ORDERING.forEach(key -> settings.in("Unit").all(key).forEach(this::checkOrdered));
            }
        }
    }

    /** Returns true for Wants= of units that a distribution ships, whose targets need not be installed. */
    private static boolean isOptional(String key, ConfigObject unit) {
        return key.equals("Wants") && isShipped(unit);
    }

    private static boolean isShipped(ConfigObject unit) {
        return unit.path().layer().equals("usr/lib");
    }

    private void define(ConfigObject unit) {
        own.add(unit.name());
        EffectiveSettings.asWritten(unit)
                .in("Install")
                .all("Alias")
                .forEach(line -> own.addAll(ValidValues.words(line.value())));
    }

    /** Adds the service that Podman's generator makes of a file. */
    private void defineGenerated(String path) {
        String name = FilePath.name(path);
        int dot = name.lastIndexOf('.');
        if (TEMPLATES.matcher(name).matches()) {
            own.add(name.substring(0, dot));
        }
        Optional.ofNullable(QUADLETS.get(name.substring(dot + 1)))
                .filter(suffix -> dot > 0)
                .ifPresent(suffix -> own.add(name.substring(0, dot) + suffix + ".service"));
    }

    /** Returns whether another folder of sources has the unit: such folders are packages of one host. */
    private boolean isBeside(ConfigObject unit, String name) {
        return unit.path().folder().isEmpty() && host.units().contains(name);
    }

    /**
     * Reports a link that starts a unit of no file: in a distribution, or if its target is missing in the tree
     * (systemctl enable).
     */
    private void checkEnabled(String link) {
        String folder = FilePath.name(FilePath.folder(link));
        String name = FilePath.name(link);
        if ((distribution || isDangling(link))
                && FOLDERS.stream().anyMatch(end -> (folder + "/").endsWith(end))
                && FileKinds.of(name).filter(FileKind::isUnit).isPresent()
                && isMissing(name)) {
            sink.add(Finding.of(
                            distribution ? Code.UNKNOWN_UNIT : Code.UNIT_OUTSIDE_OF_TREE,
                            host.at(link),
                            "unit " + name + ", which this link enables, not found in this tree or among systemd's own "
                                    + "units")
                    .fix("remove the link, or add " + name));
        }
    }

    private boolean isDangling(String link) {
        String target = host.links().get(link);
        String path = target.startsWith("/") ? target.substring(1) : resolved(FilePath.folder(link), target);
        return !host.has(path) && host.hasBelow(FilePath.folder(path));
    }

    /** Resolves a relative target; as strings, because the locale may have no characters for a name. */
    private static String resolved(String folder, String target) {
        String path = folder;
        for (String part : target.split("/+")) {
            path = part.equals("..") ? FilePath.folder(path) : part.equals(".") ? path : path + "/" + part;
        }
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private void checkStarted(ConfigObject unit, Assignment line) {
        for (String name : ValidValues.words(line.value())) {
            boolean refused = line.key().equals("Slice") && !name.endsWith(".slice");
            if (isMissing(name) && !refused && !isBeside(unit, name)) {
                Optional<String> near = nearest.findClose("unit", name, () -> sameType(name, line))
                        .filter(other -> !other.equals(unit.name()));
                Finding finding = Finding.of(
                        near.isPresent() || distribution ? Code.UNKNOWN_UNIT : Code.UNIT_OUTSIDE_OF_TREE,
                        ValidValues.part(line, name),
                        message(line, name));
                sink.add(near.map(other -> finding.fix("write " + other))
                        .orElseGet(() -> finding.fix("add "
                                + (name.indexOf('%') > name.indexOf('@') && name.indexOf('@') > 0
                                        ? template(name)
                                        : name)
                                + ", or remove it from the line")));
            }
        }
    }

    /** Targets, and units of [Install], are mostly systemd's. */
    private List<String> sameType(String name, Assignment line) {
        return (line.section().equals("Install") || name.endsWith(".target") ? known : own)
                .stream()
                        .filter(other -> UnitNames.type(other).equals(UnitNames.type(name)))
                        .toList();
    }

    private static String message(Assignment line, String name) {
        return line.key().equals("Slice")
                ? "slice " + name + " not found; systemd creates it without limits"
                : "unit " + name + " not found in this tree or among systemd's own units; "
                        + (line.section().equals("Install")
                                ? "systemctl enable has no effect by it"
                                : line.key() + "= cannot start it");
    }

    private boolean isMissing(String name) {
        if (name.indexOf('%') > 0 && name.indexOf('@') > 0 && name.indexOf('@') < name.indexOf('%')) {
            String expected = template(name);
            return UnitNames.isValid(expected) && !known.contains(expected);
        }
        Optional<UnitNames.Kind> kind = UnitNames.kind(name);
        if (kind.isEmpty()
                || host.checker().isUnknown(name)
                || known.contains(name)
                || FOUND.contains(UnitNames.type(name).orElse(""))) {
            return false;
        }
        return kind.get() != UnitNames.Kind.INSTANCE || !known.contains(template(name));
    }

    private static String template(String instance) {
        return instance.substring(0, instance.indexOf('@') + 1) + instance.substring(instance.lastIndexOf('.'));
    }

    /** Reports an order on a template without an instance, which systemd drops silently. */
    private void checkOrdered(Assignment line) {
        for (String name : ValidValues.words(line.value())) {
            int dot = name.lastIndexOf('.');
            if (dot > 0 && isMissing(name) && own.contains(name.substring(0, dot) + "@" + name.substring(dot))) {
                sink.add(Finding.of(
                                distribution ? Code.UNKNOWN_UNIT : Code.UNIT_OUTSIDE_OF_TREE,
                                ValidValues.part(line, name),
                                "unit " + name + " not found, only a template of that name; " + line.key()
                                        + "= does not order its instances")
                        .fix("name an instance, " + name.substring(0, dot) + "@INSTANCE" + name.substring(dot)));
            }
        }
    }
}
