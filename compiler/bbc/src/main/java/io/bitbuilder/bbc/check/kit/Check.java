package io.bitbuilder.bbc.check.kit;

/** Rule over the whole fleet. */
public interface Check {
    /** Reports every violation of the rule. */
    void run(CheckScope scope);
}
