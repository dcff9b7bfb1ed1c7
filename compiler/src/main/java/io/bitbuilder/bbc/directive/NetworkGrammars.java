package io.bitbuilder.bbc.directive;

import java.util.Map;

/** Grammars of networkd and udev: .network, .netdev, .link. */
final class NetworkGrammars {
    static final Map<String, Maker> MAKERS = Map.of();

    private NetworkGrammars() {}
}
