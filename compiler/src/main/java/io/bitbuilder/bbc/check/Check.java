package io.bitbuilder.bbc.check;

/** One rule over the whole fleet. */
interface Check {
    /** Reports everything that breaks the rule. */
    void run(Scope scope);
}
