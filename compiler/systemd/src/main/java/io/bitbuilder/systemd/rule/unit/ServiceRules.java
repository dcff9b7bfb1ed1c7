package io.bitbuilder.systemd.rule.unit;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.UnitContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rules of whole services (systemd.service(5), systemd.exec(5)). */
final class ServiceRules {
    private static final List<String> CREDENTIALS = List.of(
            "LoadCredential", "LoadCredentialEncrypted", "SetCredential", "SetCredentialEncrypted", "ImportCredential");
    private static final String EXTENSIONS = "extensions";
    private static final BigInteger DEFAULT_RESTART = BigInteger.valueOf(100_000);

    private ServiceRules() {}

    static void judge(UnitContext unit) {
        if (ContextRules.reportConflict(unit)) {
            return;
        }
        String type = type(unit);
        Optional<Reason> refusal = refusal(unit, type);
        if (refusal.isPresent()) {
            unit.refuse(
                    refusal.get().at().map(Assignment::span).orElseGet(unit::place),
                    refusal.get().text(),
                    refusal.get().fix());
        } else {
            checkPairs(unit);
            checkEffects(unit, type);
            checkRestart(unit);
        }
    }

    /** Reason for which systemd refuses a service, and the line to blame. */
    private record Reason(Optional<Assignment> at, String text, String fix) {}

    private static String type(UnitContext unit) {
        String written = unit.own().value("Type").orElse("");
        if (!written.isEmpty()) {
            return written;
        }
        if (unit.own().last("BusName").isPresent()) {
            return "dbus";
        }
        return hasCredentials(unit) ? "exec" : unit.commands("ExecStart") == 0 ? "oneshot" : "simple";
    }

    private static boolean hasCredentials(UnitContext unit) {
        return !UnitRules.all(unit, CREDENTIALS).isEmpty();
    }

    private static Optional<Reason> refusal(UnitContext unit, String type) {
        return commandRefusal(unit, type.equals("oneshot")).or(() -> typeRefusal(unit, type));
    }

    private static Optional<Reason> commandRefusal(UnitContext unit, boolean oneshot) {
        int starts = unit.commands("ExecStart");
        boolean success = unit.common()
                .last("SuccessAction")
                .filter(a -> !a.value().equals("none"))
                .isPresent();
        if (starts == 0 && unit.commands("ExecStop") == 0 && !success) {
            return reason(Optional.empty(), "missing ExecStart=, ExecStop= or SuccessAction=", "add ExecStart=");
        }
        if (starts == 0 && !oneshot) {
            return reason(
                    unit.own().last("Type"),
                    "missing ExecStart=, which is only optional for Type=oneshot",
                    "add ExecStart=, or write Type=oneshot");
        }
        if (starts == 0 && !unit.own().isTrue("RemainAfterExit") && !success) {
            return reason(
                    Optional.empty(),
                    "missing ExecStart=, SuccessAction= or RemainAfterExit=yes",
                    "add RemainAfterExit=yes, or ExecStart=");
        }
        return starts > 1 && !oneshot
                ? reason(
                        unit.own().last("ExecStart"),
                        "more than one ExecStart= is only supported for Type=oneshot",
                        "write Type=oneshot, or reset the list with an empty ExecStart= before the last one")
                : Optional.empty();
    }

    private static Optional<Reason> typeRefusal(UnitContext unit, String type) {
        boolean oneshot = type.equals("oneshot");
        Optional<Assignment> restart = unit.own()
                .last("Restart")
                .filter(a -> Set.of("always", "on-success").contains(a.value()));
        Optional<Assignment> exit =
                unit.own().last("ExitType").filter(a -> a.value().equals("cgroup"));
        if (oneshot && restart.isPresent()) {
            return reason(
                    restart,
                    "Restart=" + restart.get().value() + " cannot be combined with Type=oneshot",
                    "write Restart=on-failure");
        }
        if (oneshot && exit.isPresent()) {
            return reason(exit, "ExitType=cgroup cannot be combined with Type=oneshot", "remove the line");
        }
        if (type.equals("dbus") && unit.own().last("BusName").isEmpty()) {
            return reason(unit.own().last("Type"), "Type=dbus requires BusName=", "add BusName=");
        }
        return type.equals("forking") && unit.own().isTrue("PrivatePIDs")
                ? reason(
                        unit.own().last("PrivatePIDs"),
                        "PrivatePIDs=yes cannot be combined with Type=forking",
                        "write Type=notify or Type=exec")
                : Optional.empty();
    }

    private static Optional<Reason> reason(Optional<Assignment> at, String text, String fix) {
        return Optional.of(new Reason(at, text, fix));
    }

    private static void checkPairs(UnitContext unit) {
        requirePair(unit, "USBFunctionDescriptors", "USBFunctionStrings");
        requirePair(unit, "USBFunctionStrings", "USBFunctionDescriptors");
    }

    private static void requirePair(UnitContext unit, String key, String other) {
        unit.own()
                .last(key)
                .filter(a -> unit.own().last(other).isEmpty())
                .ifPresent(a -> unit.ignore(a, "has no effect without " + other + "="));
    }

    private static void checkEffects(UnitContext unit, String type) {
        Optional<BigInteger> most = finite(unit, "RuntimeMaxSec");
        if (most.isPresent() && type.equals("oneshot")) {
            unit.ignore(unit.own().last("RuntimeMaxSec").orElseThrow(), "has no effect for Type=oneshot");
        }
        if (most.isEmpty()
                && unit.own()
                        .duration("RuntimeRandomizedExtraSec")
                        .filter(n -> n.signum() > 0)
                        .isPresent()) {
            unit.ignore(
                    unit.own().last("RuntimeRandomizedExtraSec").orElseThrow(), "has no effect without RuntimeMaxSec=");
        }
        if (type.equals("simple") && !unit.own().all("ExecStartPost").isEmpty() && hasCredentials(unit)) {
            unit.sink()
                    .add(
                            Code.DEPRECATED,
                            unit.own().last("ExecStartPost").orElseThrow().span(),
                            "ExecStartPost= may run before the credentials are set up; Type=exec waits for them");
        }
        checkRefresh(unit);
    }

    private static void checkRefresh(UnitContext unit) {
        Optional<Assignment> refresh = unit.own().last("RefreshOnReload");
        Set<String> parts = refreshed(unit.own().all("RefreshOnReload"));
        if (refresh.isEmpty() || parts.size() != 1) {
            return;
        }
        boolean versions = UnitRules.all(unit, List.of("ExtensionImages", "ExtensionDirectories")).stream()
                .anyMatch(a -> a.value().contains(".v"));
        if (parts.contains(EXTENSIONS) && (!versions || unit.commands("ExecStart") == 0)) {
            unit.ignore(
                    refresh.get(),
                    "requires extensions in versioned directories (.v), which the service does not have");
        }
        if (!parts.contains(EXTENSIONS) && !hasCredentials(unit)) {
            unit.sink()
                    .add(
                            Code.DEPRECATED,
                            refresh.get().span(),
                            "RefreshOnReload= names credentials, which the service does not have");
        }
    }

    /** Returns the parts that a reload refreshes; the default is the extensions. */
    private static Set<String> refreshed(List<Assignment> lines) {
        Set<String> parts = new TreeSet<>(Set.of(EXTENSIONS));
        boolean first = true;
        for (Assignment line : lines) {
            boolean without = line.value().startsWith("~");
            Optional<Boolean> all = Booleans.parse(line.value()).toOptional();
            List<String> words = all.isPresent()
                    ? List.of(EXTENSIONS, "credentials")
                    : List.of(line.value().replaceFirst("^~", "").split("\\s+"));
            if (all.isPresent() || first && !without) {
                parts.clear();
            }
            if (without || all.filter(on -> !on).isPresent()) {
                parts.removeAll(words);
            } else {
                parts.addAll(words);
            }
            first = false;
        }
        return parts;
    }

    private static Optional<BigInteger> finite(UnitContext unit, String key) {
        return unit.own().duration(key).filter(n -> n.compareTo(TimeSpans.INFINITY) < 0);
    }

    private static void checkRestart(UnitContext unit) {
        Optional<BigInteger> most =
                unit.own().duration("RestartMaxDelaySec").filter(n -> n.compareTo(TimeSpans.INFINITY) < 0);
        Optional<Assignment> steps =
                unit.own().last("RestartSteps").filter(a -> !a.value().matches("[ +]*0+"));
        if (most.isEmpty()) {
            steps.ifPresent(a -> unit.ignore(a, "has no effect without RestartMaxDelaySec="));
        } else if (steps.isEmpty()) {
            unit.ignore(unit.own().last("RestartMaxDelaySec").orElseThrow(), "has no effect without RestartSteps=");
        }
        BigInteger first = unit.own().duration("RestartSec").orElse(DEFAULT_RESTART);
        most.filter(n -> n.compareTo(first) < 0)
                .ifPresent(n -> unit.sink()
                        .add(
                                Code.VALUE_CHANGED,
                                unit.own()
                                        .last("RestartMaxDelaySec")
                                        .orElseThrow()
                                        .span(),
                                "RestartMaxDelaySec= is shorter than RestartSec=; systemd uses it for both"));
        unit.own()
                .last("RestartRandomizedDelaySec")
                .filter(a -> a.value().strip().equals("infinity"))
                .ifPresent(a -> unit.ignore(a, "cannot be infinity"));
    }
}
