package io.bitbuilder.bbc.convert;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Constructs of a program that format 1.0 does not have; the first of them is reported. */
final class Refusals {
    private final List<Finding> all = new ArrayList<>();

    /** They may only follow from a construct, such as a profile: reported if there is none. */
    private final List<Finding> missing = new ArrayList<>();

    /** Adds a construct; the message begins with it, the reason is one of the format. */
    void add(Span span, String message, String why) {
        all.add(Finding.of(Code.NOT_IN_FORMAT, span, message).why(why).fix("keep the tenant in `.bbc`"));
    }

    /** Adds a statement that the format requires. */
    void missing(Span span, String field, String line) {
        missing.add(Finding.of(Code.NOT_IN_FORMAT, span, "missing `" + field + "`, which format 1.0 requires")
                .why("metadata.json has no value that comes from a profile or a default of the platform")
                .fix("write `" + line + "`"));
    }

    /** Returns whether there is none. */
    boolean isEmpty() {
        return all.isEmpty() && missing.isEmpty();
    }

    /** Reports the first one, in the order of files and lines. */
    void report(Findings findings) {
        (all.isEmpty() ? missing : all)
                .stream()
                        .min(Comparator.comparing(
                                        (Finding f) -> f.primary().span().file().path())
                                .thenComparing(f -> f.primary().span().start()))
                        .ifPresent(findings::add);
    }
}
