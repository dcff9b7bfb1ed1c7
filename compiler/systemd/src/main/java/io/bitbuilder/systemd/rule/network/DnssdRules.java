package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import java.util.List;

/** Rules of DNS-SD services (systemd.dnssd(5)). */
public final class DnssdRules {
    public static final List<ObjectRule> ALL = List.of(DnssdRules::complete);

    private DnssdRules() {}

    private static void complete(ConfigObject object, LineChecker checker, FindingSink sink) {
        EffectiveSettings service = EffectiveSettings.of(object, checker).in("Service");
        for (String key : List.of("Name", "Type")) {
            if (!service.has(key)) {
                sink.add(
                        Code.FILE_IGNORED,
                        object.start(),
                        "missing " + key + "=; systemd-resolved ignores the file",
                        "write " + key + "= in [Service]");
                return;
            }
        }
    }
}
