package io.bitbuilder.bbc.verify;

/** What can only be seen in all files of a host together: dead configuration and conflicts. */
@FunctionalInterface
interface TreeRule {
    void judge(Host host, Sink sink);
}
