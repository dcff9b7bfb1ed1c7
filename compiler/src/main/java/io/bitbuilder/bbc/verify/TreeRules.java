package io.bitbuilder.bbc.verify;

import java.util.List;

/** The rules over all files of a host. */
final class TreeRules {
    static final List<TreeRule> ALL = List.of();

    private TreeRules() {}
}
