package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.value.Numbers;
import java.util.List;
import java.util.Set;

/** Rules of whole .link files, which udev applies (systemd.link(5)). */
public final class LinkRules {
    public static final List<ObjectRule> ALL = List.of(LinkRules::judge);

    private static final Set<String> OWN_POLICIES = Set.of("persistent", "random");

    private LinkRules() {}

    private static void judge(ConfigObject object, LineChecker rules, FindingSink sink) {
        if (!NetworkRules.isRead(object)) {
            return;
        }
        EffectiveSettings settings = EffectiveSettings.of(object, rules);
        if (NetworkRules.matchesNothing(settings, "OriginalName")) {
            sink.add(
                    Code.FILE_IGNORED,
                    settings.in("Match").place(),
                    "[Match] matches nothing; udev ignores the file (OriginalName=* matches all)",
                    "write OriginalName=NAME or MACAddress=ADDRESS in [Match]");
            return;
        }
        EffectiveSettings link = settings.in("Link");
        if (link.value("MACAddressPolicy").filter(OWN_POLICIES::contains).isPresent()) {
            link.last("MACAddress")
                    .ifPresent(line -> sink.add(
                            Code.INVALID_DIRECTIVE_VALUE,
                            line.span(),
                            "MACAddress= conflicts with MACAddressPolicy=; udev ignores it"));
        }
        long functions = link.number("SR-IOVVirtualFunctions").orElse(Numbers.UINT32_MAX);
        NetworkSections.functions(settings, sink, functions);
    }
}
