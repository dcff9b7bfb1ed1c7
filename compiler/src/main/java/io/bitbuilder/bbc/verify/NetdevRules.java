package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of .netdev files: what networkd makes no device of. */
final class NetdevRules {
    static final List<ObjectRule> ALL = List.of();

    private NetdevRules() {}
}
