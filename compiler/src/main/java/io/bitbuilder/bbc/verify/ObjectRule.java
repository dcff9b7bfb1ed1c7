package io.bitbuilder.bbc.verify;

/** Check of an object as a whole, after systemd has read all its files. */
@FunctionalInterface
interface ObjectRule {
    void judge(Loaded object, Lines lines, Sink sink);
}
