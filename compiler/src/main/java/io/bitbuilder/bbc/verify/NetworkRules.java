package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of .network files: sections and files that networkd leaves out. */
final class NetworkRules {
    static final List<ObjectRule> ALL = List.of();

    private NetworkRules() {}
}
