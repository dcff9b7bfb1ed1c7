package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Capabilities of the kernel by name (capabilities(7)), from {@code stdlib/catalogue/capabilities.txt}. */
public final class Capabilities {
    private static final NavigableSet<String> NAMES = names();

    private Capabilities() {}

    /** Returns all names, sorted: {@code CAP_AUDIT_CONTROL} and on. */
    public static NavigableSet<String> all() {
        return NAMES;
    }

    /** Returns the name, if the kernel has such a capability. */
    public static Parsed<String> parse(String text) {
        return NAMES.contains(text) ? Parsed.good(text) : Parsed.bad(Reason.unknown("capability", text));
    }

    private static NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        for (String line : NameList.lines("capabilities.txt")) {
            names.add(line.substring(0, line.indexOf(' ')));
        }
        return Collections.unmodifiableNavigableSet(names);
    }
}
