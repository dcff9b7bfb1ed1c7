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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lines of units that systemd takes as they are, and that do something else than people expect. */
final class UnitLints {
    private static final String[] COMMANDS = {
        "ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"
    };

    private static final String[] MEMORY = {"MemoryMin", "MemoryLow", "MemoryHigh", "MemoryMax", "MemorySwapMax"};
    private static final long MEBIBYTE = 1L << 20;

    /** Layer of the distribution, whose units only it can change. */
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
            all.in("Service").all(COMMANDS).forEach(line -> ShellSyntax.judge(line, sink));
            order(unit, all.in("Unit"));
            forking(unit, all.in("Service"));
        }
        all.in("Service", "Slice", "Socket", "Mount", "Swap", "Scope")
                .accepted(MEMORY)
                .forEach(this::memory);
        alias(unit, all.in("Install"));
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

    /** Without a PID file systemd guesses the main process, and finds none of several (systemd.service(5), Type=). */
    private void forking(ConfigObject unit, EffectiveSettings service) {
        boolean watched =
                !service.has("PIDFile") && service.last("GuessMainPID").isEmpty() && !service.isTrue("RemainAfterExit");
        service.last("Type")
                .filter(line -> watched
                        && line.value().equals("forking")
                        && !unit.path().layer().equals(SHIPPED)
                        && !unit.path().isGenerated())
                .ifPresent(line -> sink.add(Finding.of(
                                Code.FORKING_WITHOUT_PID_FILE,
                                line.span(),
                                "Type=forking without PIDFile=: systemd guesses the main process, and watches none "
                                        + "if several processes stay")
                        .fix("write PIDFile= with the file below /run that the program writes")
                        .fix("write Type=exec, and the option with which the program stays in the foreground")));
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
}
