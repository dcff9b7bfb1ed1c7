package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of .link files: what udev leaves out. */
final class LinkRules {
    static final List<ObjectRule> ALL = List.of();

    private LinkRules() {}
}
