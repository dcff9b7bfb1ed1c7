package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Spans;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the manager finds in a service that it has read (systemd.service(5), systemd.exec(5)). */
final class ServiceRules {
    private static final List<String> CREDENTIALS = List.of("LoadCredential", "LoadCredentialEncrypted", "SetCredential", "SetCredentialEncrypted", "ImportCredential");
    private static final String EXTENSIONS = "extensions";
    private static final BigInteger DEFAULT_RESTART = BigInteger.valueOf(100_000);

    private ServiceRules() {}

    static void judge(UnitSettings settings) {
        if (ContextRules.refused(settings)) {
            return;
        }
        String type = type(settings);
        Optional<Reason> refusal = refusal(settings, type);
        if (refusal.isPresent()) {
            settings.refuse(refusal.get().at().map(Assignment::span).orElseGet(settings::place), refusal.get().text(), refusal.get().fix());
        } else {
            pairs(settings);
            effects(settings, type);
            restart(settings);
        }
    }

    /** Why a service is refused, and the line that says most about it. */
    private record Reason(Optional<Assignment> at, String text, String fix) {}

    private static String type(UnitSettings settings) {
        String written = settings.value("Type");
        if (!written.isEmpty()) {
            return written;
        }
        if (settings.last("BusName").isPresent()) {
            return "dbus";
        }
        return hasCredentials(settings) ? "exec" : settings.commands("ExecStart") == 0 ? "oneshot" : "simple";
    }

    private static boolean hasCredentials(UnitSettings settings) {
        return !UnitRules.all(settings, CREDENTIALS).isEmpty();
    }

    private static Optional<Reason> refusal(UnitSettings settings, String type) {
        boolean oneshot = type.equals("oneshot");
        int starts = settings.commands("ExecStart");
        boolean success = settings.last("Unit", "SuccessAction").filter(a -> !a.value().equals("none")).isPresent();
        Optional<Assignment> restart = settings.last("Restart").filter(a -> Set.of("always", "on-success").contains(a.value()));
        Optional<Assignment> exit = settings.last("ExitType").filter(a -> a.value().equals("cgroup"));
        if (starts == 0 && settings.commands("ExecStop") == 0 && !success) {
            return because(Optional.empty(), "it has no ExecStart=, ExecStop= or SuccessAction=", "add ExecStart=");
        }
        if (starts == 0 && !oneshot) {
            return because(settings.last("Type"), "it has no ExecStart=, which only services of Type=oneshot may lack", "add ExecStart=, or write Type=oneshot");
        }
        if (starts == 0 && !settings.yes("RemainAfterExit") && !success) {
            return because(Optional.empty(), "it has no ExecStart= and no SuccessAction=, so it must have RemainAfterExit=yes", "add RemainAfterExit=yes, or ExecStart=");
        }
        if (starts > 1 && !oneshot) {
            return because(settings.last("ExecStart"), "it has more than one ExecStart=, which only services of Type=oneshot may have", "write Type=oneshot, or reset the list with an empty ExecStart= before the one that counts");
        }
        if (oneshot && restart.isPresent()) {
            return because(restart, "a service of Type=oneshot cannot have Restart=" + restart.get().value(), "write Restart=on-failure");
        }
        if (oneshot && exit.isPresent()) {
            return because(exit, "a service of Type=oneshot cannot have ExitType=cgroup", "remove the line");
        }
        if (type.equals("dbus") && settings.last("BusName").isEmpty()) {
            return because(settings.last("Type"), "a service of Type=dbus needs BusName=", "add BusName=");
        }
        return type.equals("forking") && settings.yes("PrivatePIDs") ? because(settings.last("PrivatePIDs"), "a service of Type=forking cannot have PrivatePIDs=yes", "write Type=notify or Type=exec") : Optional.empty();
    }

    private static Optional<Reason> because(Optional<Assignment> at, String text, String fix) {
        return Optional.of(new Reason(at, text, fix));
    }

    private static void pairs(UnitSettings settings) {
        alone(settings, "USBFunctionDescriptors", "USBFunctionStrings");
        alone(settings, "USBFunctionStrings", "USBFunctionDescriptors");
    }

    private static void alone(UnitSettings settings, String key, String other) {
        settings.last(key).filter(a -> settings.last(other).isEmpty()).ifPresent(a -> settings.ignore(a, "has no effect without " + other + "="));
    }

    private static void effects(UnitSettings settings, String type) {
        Optional<BigInteger> most = finite(settings, "RuntimeMaxSec");
        if (most.isPresent() && type.equals("oneshot")) {
            settings.ignore(settings.last("RuntimeMaxSec").orElseThrow(), "has no effect on a service of Type=oneshot");
        }
        if (most.isEmpty() && settings.span(settings.main(), "RuntimeRandomizedExtraSec").filter(n -> n.signum() > 0).isPresent()) {
            settings.ignore(settings.last("RuntimeRandomizedExtraSec").orElseThrow(), "has no effect without RuntimeMaxSec=");
        }
        if (type.equals("simple") && !settings.list("ExecStartPost").isEmpty() && hasCredentials(settings)) {
            settings.sink().add(Code.SYS010, settings.last("ExecStartPost").orElseThrow().span(), "ExecStartPost= may run before the credentials are there; Type=exec waits for them");
        }
        refresh(settings);
    }

    private static void refresh(UnitSettings settings) {
        Optional<Assignment> refresh = settings.last("RefreshOnReload");
        Set<String> parts = refreshed(settings.list("RefreshOnReload"));
        if (refresh.isEmpty() || parts.size() != 1) {
            return;
        }
        boolean versions = UnitRules.all(settings, List.of("ExtensionImages", "ExtensionDirectories")).stream().anyMatch(a -> a.value().contains(".v"));
        if (parts.contains(EXTENSIONS) && (!versions || settings.commands("ExecStart") == 0)) {
            settings.ignore(refresh.get(), "asks for extensions, and the service has none in folders of versions (.v)");
        }
        if (!parts.contains(EXTENSIONS) && !hasCredentials(settings)) {
            settings.sink().add(Code.SYS010, refresh.get().span(), "RefreshOnReload= names credentials, and the service has none");
        }
    }

    /** What is fetched anew on a reload; without a line it would be the extensions. */
    private static Set<String> refreshed(List<Assignment> lines) {
        Set<String> parts = new TreeSet<>(Set.of(EXTENSIONS));
        boolean first = true;
        for (Assignment line : lines) {
            boolean without = line.value().startsWith("~");
            Optional<Boolean> all = Booleans.parse(line.value()).toOptional();
            List<String> words = all.isPresent() ? List.of(EXTENSIONS, "credentials") : List.of(line.value().replaceFirst("^~", "").split("\\s+"));
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

    private static Optional<BigInteger> finite(UnitSettings settings, String key) {
        return settings.span(settings.main(), key).filter(n -> n.compareTo(Spans.INFINITY) < 0);
    }

    private static void restart(UnitSettings settings) {
        Optional<BigInteger> most = settings.span(settings.main(), "RestartMaxDelaySec").filter(n -> n.compareTo(Spans.INFINITY) < 0);
        Optional<Assignment> steps = settings.last("RestartSteps").filter(a -> !a.value().matches("[ +]*0+"));
        if (most.isEmpty()) {
            steps.ifPresent(a -> settings.ignore(a, "has no effect without RestartMaxDelaySec="));
        } else if (steps.isEmpty()) {
            settings.ignore(settings.last("RestartMaxDelaySec").orElseThrow(), "has no effect without RestartSteps=");
        }
        BigInteger first = settings.span(settings.main(), "RestartSec").orElse(DEFAULT_RESTART);
        most.filter(n -> n.compareTo(first) < 0).ifPresent(n -> settings.sink().add(Code.SYS006, settings.last("RestartMaxDelaySec").orElseThrow().span(),
                "RestartMaxDelaySec= is shorter than RestartSec=, and is taken for both"));
        settings.last("RestartRandomizedDelaySec").filter(a -> a.value().strip().equals("infinity")).ifPresent(a -> settings.ignore(a, "cannot be infinite"));
    }
}
