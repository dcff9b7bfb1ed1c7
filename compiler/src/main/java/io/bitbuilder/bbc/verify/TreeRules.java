package io.bitbuilder.bbc.verify;

/** Rules of all files of a host: dead configuration and conflicts, which systemd itself seldom reports. */
final class TreeRules {
    private TreeRules() {}

    static void judge(Host host, Sink sink) {
        Links links = Links.of(host);
        SwitchRules.judge(links, sink);
        OrderRules.judge(links, sink);
        DeviceRules.judge(host, links, sink);
        AddressRules.judge(links, sink);
        PoolRules.judge(links, sink);
        TwiceRules.judge(host, links, sink);
        UnitReferences.judge(host, sink);
        UnitTreeRules.judge(host, sink);
        ProgramRules.judge(host, sink);
        PlaceRules.judge(host, sink);
        ExtensionRules.judge(host, sink);
        ContentRules.judge(host, sink);
        RepartTreeRules.judge(host, sink);
    }
}
