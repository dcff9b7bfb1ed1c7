package io.bitbuilder.bbc.check;

/** Rule over the whole fleet. */
interface Check {
    /** Reports every violation of the rule. */
    void run(Scope scope);
}
