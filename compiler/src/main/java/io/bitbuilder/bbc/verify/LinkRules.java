package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Numbers;
import java.util.List;
import java.util.Set;

/** Rules of whole .link files, which udev applies (systemd.link(5)). */
final class LinkRules {
    static final List<ObjectRule> ALL = List.of(LinkRules::judge);

    private static final Set<String> OWN_POLICIES = Set.of("persistent", "random");

    private LinkRules() {}

    private static void judge(Loaded object, Lines rules, Sink sink) {
        if (!NetworkRules.isRead(object)) {
            return;
        }
        EffectiveSettings settings = EffectiveSettings.of(object, rules);
        if (NetworkRules.matchesNothing(settings, "OriginalName")) {
            sink.add(Code.SYS008, settings.in("Match").place(), "[Match] matches nothing; udev ignores the file (OriginalName=* matches all)");
            return;
        }
        EffectiveSettings link = settings.in("Link");
        if (link.value("MACAddressPolicy").filter(OWN_POLICIES::contains).isPresent()) {
            link.last("MACAddress").ifPresent(line -> sink.add(Code.SYS004, line.span(), "MACAddress= conflicts with MACAddressPolicy=; udev ignores it"));
        }
        long functions = link.number("SR-IOVVirtualFunctions").orElse(Numbers.UINT32_MAX);
        NetworkSections.functions(settings, sink, functions);
    }
}
