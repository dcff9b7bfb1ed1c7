package io.bitbuilder.bbc.verify;

/** What systemd finds, or should, after it has read all files of one object. */
@FunctionalInterface
interface ObjectRule {
    void judge(Loaded object, Lines lines, Sink sink);
}
