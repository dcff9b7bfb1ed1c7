package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.value.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lines of units that systemd takes as they are, and that do something else than people expect. */
final class UnitLints {
    private static final String[] COMMANDS = {
        "ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"
    };

    /** Words of a shell that are arguments for systemd; {@code ;} is systemd's own separator (systemd.service(5)). */
    private static final Set<String> OPERATORS = Set.of("|", "||", "&", "&&", ">", ">>", "<", "2>", "2>&1", "&>", "|&");

    private static final String[] MEMORY = {"MemoryMin", "MemoryLow", "MemoryHigh", "MemoryMax", "MemorySwapMax"};
    private static final long MEBIBYTE = 1L << 20;
    private static final String[] FIRST = {"OnActiveSec", "OnBootSec", "OnStartupSec", "OnCalendar"};

    /** Layer of the distribution, which starts its timers in many ways. */
    private static final String SHIPPED = "usr/lib";

    private final HostFiles host;
    private final FindingSink sink;

    private UnitLints(HostFiles host, FindingSink sink) {
        this.host = host;
        this.sink = sink;
    }

    static void judge(HostFiles host, FindingSink sink) {
        UnitLints lints = new UnitLints(host, sink);
        host.objects().stream()
                .filter(object -> object.kind().isUnit() && object.main().isPresent() && !object.isMasked())
                .forEach(lints::unit);
    }

    private void unit(ConfigObject unit) {
        EffectiveSettings all = EffectiveSettings.asWritten(unit);
        if (unit.kind() == FileKind.SERVICE) {
            all.in("Service").all(COMMANDS).forEach(this::command);
            order(unit, all.in("Unit"));
        }
        all.in("Service", "Slice", "Socket", "Mount", "Swap", "Scope")
                .accepted(MEMORY)
                .forEach(this::memory);
        alias(unit, all.in("Install"));
        if (unit.kind() == FileKind.TIMER) {
            timer(unit, all);
        }
    }

    private void command(Assignment line) {
        String shell = CommandLine.program(CommandLine.words(line.value()));
        boolean quoted = shell.equals("sh") || shell.equals("bash");
        words(line.value()).stream()
                .skip(1)
                .filter(word -> OPERATORS.contains(word) || !quoted && word.startsWith("$("))
                .findFirst()
                .ifPresent(word -> sink.add(Finding.of(
                                Code.SHELL_SYNTAX,
                                ValidValues.part(line, word),
                                "`" + word + "` is an argument of the program: systemd starts no shell")
                        .fix("write " + line.key() + "=/bin/sh -c '…', with each % as %%")));
    }

    /** Returns the words with their quotes, so that a quoted operator is none. */
    private static List<String> words(String value) {
        return Splitter.all(value, Splitter.Flag.KEEP_QUOTE, Splitter.Flag.RETAIN_ESCAPE, Splitter.Flag.RELAX)
                .toOptional()
                .orElse(List.of());
    }

    /** Services that start at the same time as what they require (systemd.unit(5), Requires=). */
    private void order(ConfigObject unit, EffectiveSettings settings) {
        Set<String> ordered = new TreeSet<>(settings.words("After", "Before").toList());
        for (Assignment line : settings.all("Requires", "BindsTo")) {
            ValidValues.words(line.value()).stream()
                    .filter(name -> name.endsWith(".service") && !ordered.contains(name))
                    .filter(name -> isUnordered(name, unit.name()))
                    .findFirst()
                    .ifPresent(name -> sink.add(Finding.of(
                                    Code.DEPENDENCY_WITHOUT_ORDER,
                                    ValidValues.part(line, name),
                                    line.key() + "=" + name + " starts it at the same time, and does not wait for it")
                            .fix("write After=" + name + " as well")));
        }
    }

    /** A service that is not here has a finding of its own, or may order itself. */
    private boolean isUnordered(String name, String by) {
        return host.of(FileKind.SERVICE)
                .filter(other -> other.name().equals(name))
                .anyMatch(other -> EffectiveSettings.asWritten(other)
                        .in("Unit")
                        .words("Before")
                        .noneMatch(by::equals));
    }

    private void memory(Assignment line) {
        Optional<Long> bytes = ValidValues.number(line.value()).filter(n -> n > 0 && n < MEBIBYTE);
        bytes.ifPresent(
                n -> sink.add(Finding.of(Code.SMALL_SIZE, line.span(), line.key() + "=" + n + " is " + n + " bytes")
                        .fix("write the unit: " + n + "M or " + n + "G")));
    }

    private void alias(ConfigObject unit, EffectiveSettings install) {
        String suffix = unit.name().substring(unit.name().lastIndexOf('.'));
        for (Assignment line : install.all("Alias")) {
            ValidValues.words(line.value()).stream()
                    .filter(name -> !name.endsWith(suffix) && name.indexOf('%') < 0)
                    .findFirst()
                    .ifPresent(name -> sink.add(Finding.of(
                                    Code.INVALID_ALIAS,
                                    ValidValues.part(line, name),
                                    "alias " + name + " has another type than " + unit.name()
                                            + "; systemctl enable refuses it")
                            .fix("write a name that ends with " + suffix)));
        }
    }

    private void timer(ConfigObject unit, EffectiveSettings all) {
        EffectiveSettings timer = all.in("Timer");
        Optional<Assignment> repeats = timer.last("OnUnitActiveSec", "OnUnitInactiveSec");
        if (repeats.isPresent() && !timer.has(FIRST)) {
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
