package io.bitbuilder.systemd.object;

/** Check of an object as a whole, after systemd has read all its files. */
@FunctionalInterface
public interface ObjectRule {
    void judge(ConfigObject object, LineChecker checker, FindingSink sink);
}
