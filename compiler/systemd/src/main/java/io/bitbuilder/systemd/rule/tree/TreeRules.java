package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;

/** Rules of all files of a host: dead configuration and conflicts, which systemd itself seldom reports. */
public final class TreeRules {
    private TreeRules() {}

    public static void judge(HostFiles host, FindingSink sink) {
        HostLinks links = HostLinks.of(host);
        DisabledSectionRules.judge(links, sink);
        OrderRules.judge(links, sink);
        DeviceRules.judge(host, links, sink);
        UnmanagedDevices.judge(host, links, sink);
        AddressRules.judge(links, sink);
        DhcpPoolRules.judge(links, sink);
        DuplicateRules.judge(links, sink);
        ListenRules.judge(host, sink);
        LintRules.judge(host, links, sink);
        UnitLints.judge(host, sink);
        TimerLints.judge(host, sink);
        NetworkLints.judge(host, links, sink);
        MtuRules.judge(host, links, sink);
        ForwardingRules.judge(host, links, sink);
        OrderCycles.judge(host, sink);
        UnitReferences.judge(host, sink);
        UnitTreeRules.judge(host, sink);
        ProgramRules.judge(host, sink);
        LocationRules.judge(host, sink);
        ExtensionRules.judge(host, sink);
        SuspiciousValueRules.judge(host, sink);
        KeyFileRules.judge(host, sink);
        RepartTreeRules.judge(host, sink);
    }
}
