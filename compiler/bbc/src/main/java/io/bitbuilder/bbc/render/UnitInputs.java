package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Role;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Input files of each unit and link of a host: those in its folder, those named after it, and those of its template.
 */
final class UnitInputs {
    private static final String UNITS = "systemd/system/";
    private static final String NETWORK = "systemd/network/";
    private static final String GUESTS = "bbc/guest/";

    private final String etc;
    private final Map<String, String> byMachine = new HashMap<>();
    private final Map<String, List<Renderer.Written>> byUnit = new HashMap<>();

    UnitInputs(String etc, List<Renderer.Written> files) {
        this.etc = etc;
        files.stream().filter(f -> f.isA(Role.WORKLOAD)).forEach(f -> {
            String unit = unitOf(f.path());
            byMachine.put(unit.substring(unit.indexOf('@') + 1, unit.lastIndexOf('.')), unit);
        });
        files.forEach(f -> unit(f).ifPresent(
                        u -> byUnit.computeIfAbsent(u, key -> new ArrayList<>()).add(f)));
    }

    /** Returns the digest of the inputs of the unit or link that the file is an input of. */
    String digest(Renderer.Written file) {
        return digest(inputs(unit(file).orElseThrow()));
    }

    /** Returns the digest of files. */
    String digest(List<Renderer.Written> inputs) {
        return ContentDigest.of(inputs.stream().map(Renderer.Written::file).toList(), etc);
    }

    /** Files of the unit, and those of its template. */
    private List<Renderer.Written> inputs(String unit) {
        int at = unit.indexOf('@');
        Stream<Renderer.Written> template = at < 0
                ? Stream.of()
                : byUnit
                        .getOrDefault(unit.substring(0, at + 1) + unit.substring(unit.lastIndexOf('.')), List.of())
                        .stream();
        return Stream.concat(byUnit.getOrDefault(unit, List.of()).stream(), template)
                .toList();
    }

    /** Returns the unit, or the file of the link, that the file is an input of. */
    Optional<String> unit(Renderer.Written file) {
        String path = file.path().substring(etc.length());
        if (file.isA(Role.LIVE)) {
            return Optional.empty();
        }
        if (path.startsWith(UNITS)) {
            return Optional.of(unitOf(file.path()));
        }
        if (path.startsWith(NETWORK)) {
            return Optional.of(path.replaceFirst("[.]d/.*", ""));
        }
        if (file.isA(Role.FIREWALL)) {
            return Optional.of(TenantUnitNames.firewall(stem(path)));
        }
        String machine = path.startsWith(GUESTS) ? path.substring(GUESTS.length(), path.lastIndexOf('/')) : stem(path);
        return file.isA(Role.GUEST) ? Optional.ofNullable(byMachine.get(machine)) : Optional.empty();
    }

    private String unitOf(String path) {
        String name = path.substring((etc + UNITS).length()).replaceFirst("/.*", "");
        return name.endsWith(".d") ? name.substring(0, name.length() - 2) : name;
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
