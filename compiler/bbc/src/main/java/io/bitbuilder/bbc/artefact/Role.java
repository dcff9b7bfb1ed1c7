package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Arrays;
import java.util.Locale;

/** What a host does with the unit of a file; the first lines of {@code artefacts.tsv} describe each. */
public enum Role {
    SLICE,
    MOUNT,
    VOLUME,
    FIREWALL,
    TARGET,
    WORKLOAD,
    TIMER,
    GUEST,
    LIVE,
    HOST_TARGET,
    DEVICE,
    LINK,
    FOLDERS;

    static Role of(String word) {
        return Arrays.stream(values())
                .filter(r -> r.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new InternalFault("artefacts.tsv: unknown role " + word));
    }

    /** Returns the word in {@code artefacts.tsv} and in the list of units. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
