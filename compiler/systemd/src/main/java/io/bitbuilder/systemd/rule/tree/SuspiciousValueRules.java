package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that systemd accepts literally although something else was probably meant. */
final class SuspiciousValueRules {
    /** Specifiers of units where a path is expected. */
    private static final Pattern SPECIFIER =
            Pattern.compile("%[abBCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWy](?![0-9a-zA-Z])");

    /** Variables, which these files never expand. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");

    /** Keys whose value is free text. */
    private static final Set<String> TEXTS =
            Set.of("Description", "SSID", "Environment", "Parameters", "Alias", "Property");

    private static final Set<FileKind> KINDS =
            Set.of(FileKind.NETWORK, FileKind.NETDEV, FileKind.LINK, FileKind.NSPAWN);

    private SuspiciousValueRules() {}

    static void judge(HostFiles host, FindingSink sink) {
        for (ConfigObject object : host.objects()) {
            if (KINDS.contains(object.kind())) {
                object.files()
                        .flatMap(file -> file.assignments().stream())
                        .forEach(line -> checkSpecifiers(object, line, host.checker(), sink));
            }
            if (object.kind() == FileKind.NSPAWN) {
                checkImplied(EffectiveSettings.of(object, host.checker()).in("Network"), sink);
            }
        }
    }

    /** Reports unexpanded specifiers in accepted lines; refused lines have a finding already. */
    private static void checkSpecifiers(ConfigObject object, Assignment line, LineChecker checker, FindingSink sink) {
        if (line.value().indexOf('%') < 0 && line.value().indexOf('$') < 0 || TEXTS.contains(line.key())) {
            return;
        }
        Optional<Directive> directive =
                checker.find(object.kind(), line.section(), line.key()).filter(d -> !d.specifiers());
        Matcher specifier = SPECIFIER.matcher(line.value());
        Matcher variable = VARIABLE.matcher(line.value());
        String found = variable.find()
                ? variable.group()
                : directive.filter(d -> d.valueClass().contains("path")).isPresent() && specifier.find()
                        ? specifier.group()
                        : "";
        if (directive.isPresent()
                && !found.isEmpty()
                && checker.judge(directive.get(), object.name(), line.value()).isEmpty()) {
            sink.add(Finding.of(
                            Code.UNEXPANDED_SPECIFIER,
                            ValidValues.part(line, found),
                            line.key() + "= is used literally: systemd does not expand " + found + " in ."
                                    + object.kind().word() + " files")
                    .fix("write the value itself, in one file for each"));
        }
    }

    /** Bridge= and Zone= imply a virtual link of the container (systemd.nspawn(5)). */
    private static void checkImplied(EffectiveSettings network, FindingSink sink) {
        Optional<Assignment> bridge = network.last("Bridge").or(() -> network.last("Zone"));
        bridge.ifPresent(line -> List.of("Private", "VirtualEthernet")
                .forEach(key -> network.last(key)
                        .filter(a -> network.isTrue(key))
                        .ifPresent(other -> sink.add(Finding.of(
                                        Code.REDUNDANT_SETTING,
                                        other.keySpan(),
                                        line.key() + "= implies " + key + "=yes")
                                .also(line.span(), "implied here")
                                .fix("remove the line")))));
    }
}
