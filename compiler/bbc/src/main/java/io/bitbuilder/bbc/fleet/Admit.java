package io.bitbuilder.bbc.fleet;

import java.util.Optional;
import java.util.Set;

/** Admission of the tenant of that name. */
public record Admit(
        String name,
        Optional<String> repository,
        String branch,
        Set<String> signers,
        Trust trust,
        Optional<Quota> quota,
        long connections,
        Optional<String> image,
        Origins at) {
    /** Connections of a tenant that no admission names, in a fleet without admissions: the default of the field. */
    public static final long CONNECTIONS = 16384;
}
