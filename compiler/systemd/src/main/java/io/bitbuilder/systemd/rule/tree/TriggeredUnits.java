package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Units that timers, paths, sockets and automounts start without naming them. */
final class TriggeredUnits {
    private TriggeredUnits() {}

    /** Returns the units that it starts, named or not. */
    static List<String> of(ConfigObject unit) {
        EffectiveSettings settings = EffectiveSettings.asWritten(unit).in("Timer", "Path", "Socket");
        List<String> named = settings.words("Unit", "Service").toList();
        return named.isEmpty() ? implied(unit).stream().toList() : named;
    }

    /** Returns the name; empty when the unit names another one, or is only known by its drop-ins. */
    static Optional<String> implied(ConfigObject unit) {
        if (unit.main().filter(file -> !file.source().text().isBlank()).isEmpty()) {
            return Optional.empty();
        }
        EffectiveSettings settings = EffectiveSettings.asWritten(unit);
        String stem = unit.name().substring(0, Math.max(0, unit.name().lastIndexOf('.')));
        return switch (unit.kind()) {
            case TIMER ->
                Optional.of(stem + ".service").filter(s -> !settings.in("Timer").has("Unit"));
            case PATH ->
                Optional.of(stem + ".service").filter(s -> !settings.in("Path").has("Unit"));
            case SOCKET -> socket(stem, settings.in("Socket"));
            case AUTOMOUNT -> Optional.of(stem + ".mount");
            default -> Optional.empty();
        };
    }

    private static Optional<String> socket(String stem, EffectiveSettings socket) {
        if (socket.has("Service")) {
            return Optional.empty();
        }
        return Optional.of(stem + (socket.isTrue("Accept") && stem.indexOf('@') < 0 ? "@.service" : ".service"));
    }

    /**
     * Returns the finding about a unit that is missing.
     *
     * @param distribution whether the tree has the units of a distribution
     */
    static Finding missing(ConfigObject unit, String name, Set<String> known, boolean distribution) {
        String plain = name.replace("@.", ".");
        boolean each = unit.kind() == FileKind.SOCKET && !plain.equals(name) && known.contains(plain);
        return Finding.of(
                        each || distribution ? Code.UNKNOWN_UNIT : Code.UNIT_OUTSIDE_OF_TREE,
                        unit.start(),
                        "unit " + name + ", which " + unit.name() + " starts, not found"
                                + (each ? ": Accept=yes needs a template, and there is " + plain : ""))
                .fix(each ? "rename " + plain + " to " + name + ", or write Accept=no" : "add " + name);
    }
}
