package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Timers that systemd reads as they are, and that never start their service, or are not alone in starting it. */
final class TimerLints {
    private static final String[] FIRST = {"OnActiveSec", "OnBootSec", "OnStartupSec", "OnCalendar"};
    private static final String[] WANTED = {"WantedBy", "RequiredBy", "UpheldBy"};

    /** Layer of the distribution, which starts its timers in many ways. */
    private static final String SHIPPED = "usr/lib";

    private final HostFiles host;
    private final FindingSink sink;
    private final Map<String, ConfigObject> services = new HashMap<>();

    private TimerLints(HostFiles host, FindingSink sink) {
        this.host = host;
        this.sink = sink;
        host.of(FileKind.SERVICE).forEach(service -> services.put(service.name(), service));
    }

    static void judge(HostFiles host, FindingSink sink) {
        TimerLints lints = new TimerLints(host, sink);
        host.of(FileKind.TIMER)
                .filter(timer -> timer.main().isPresent() && !timer.isMasked())
                .forEach(lints::timer);
    }

    private void timer(ConfigObject unit) {
        EffectiveSettings all = EffectiveSettings.asWritten(unit);
        EffectiveSettings timer = all.in("Timer");
        Optional<ConfigObject> service = timer.last("Unit")
                .map(Assignment::value)
                .or(() -> TriggeredUnits.implied(unit))
                .flatMap(name -> Optional.ofNullable(services.get(name)));
        Optional<Assignment> enabled = service.flatMap(TimerLints::enabled);
        Optional<Assignment> repeats = timer.last("OnUnitActiveSec", "OnUnitInactiveSec");
        if (timer.has(FIRST)) {
            enabled.ifPresent(line -> startedTwice(unit, service.orElseThrow(), line));
        } else if (repeats.isPresent() && enabled.isEmpty()) {
            sink.add(Finding.of(
                            Code.TIMER_WITHOUT_START,
                            repeats.get().keySpan(),
                            repeats.get().key() + "= counts from the last run; nothing here starts the first")
                    .fix("write OnBootSec= or OnActiveSec= as well"));
        }
        timer.last("Persistent")
                .filter(line -> timer.isTrue("Persistent") && !timer.has("OnCalendar"))
                .ifPresent(line -> sink.add(Finding.of(
                                Code.PERSISTENT_WITHOUT_CALENDAR,
                                line.keySpan(),
                                "Persistent= has no effect without OnCalendar=")
                        .fix("remove the line, or write OnCalendar=")));
        // Whoever starts an instance of a template names that.
        if (host.whole()
                && !unit.name().contains("@.")
                && !all.in("Install").hasSections()
                && !unit.path().layer().equals(SHIPPED)) {
            startedByNobody(unit);
        }
    }

    /** Returns the line by which systemctl enable makes other units start the service. */
    private static Optional<Assignment> enabled(ConfigObject service) {
        return EffectiveSettings.asWritten(service)
                .in("Install")
                .last(WANTED)
                .filter(line -> !line.value().isEmpty());
    }

    private void startedTwice(ConfigObject timer, ConfigObject service, Assignment line) {
        if (!service.path().layer().equals(SHIPPED)) {
            sink.add(Finding.of(
                            Code.ENABLED_BESIDE_TIMER,
                            line.keySpan(),
                            service.name() + ", if enabled, starts as soon as " + line.value() + " does, not only when "
                                    + timer.name() + " elapses")
                    .also(timer.start(), "starts the service")
                    .fix("remove [Install] from " + service.name() + ", and enable " + timer.name() + " only"));
        }
    }

    private void startedByNobody(ConfigObject timer) {
        boolean linked = host.paths().stream().anyMatch(path -> path.endsWith(".wants/" + timer.name()));
        boolean named = linked
                || host.objects().stream()
                        .filter(other -> other.kind().isUnit())
                        .anyMatch(other -> EffectiveSettings.asWritten(other)
                                .in("Unit")
                                .words("Wants", "Requires", "BindsTo", "Upholds")
                                .anyMatch(timer.name()::equals));
        if (!named) {
            sink.add(Finding.of(
                            Code.TIMER_NOT_INSTALLED,
                            timer.start(),
                            "timer " + timer.name() + " has no [Install] section; systemctl enable does nothing")
                    .fix("write `[Install]` and `WantedBy=timers.target`"));
        }
    }
}
