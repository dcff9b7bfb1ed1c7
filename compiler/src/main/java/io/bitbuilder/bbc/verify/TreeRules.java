package io.bitbuilder.bbc.verify;

/** The rules over all files of a host: dead configuration and conflicts, which systemd itself seldom mentions. */
final class TreeRules {
    private TreeRules() {}

    static void judge(Host host, Sink sink) {
    }
}
