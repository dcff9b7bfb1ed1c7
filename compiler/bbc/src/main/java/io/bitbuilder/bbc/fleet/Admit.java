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
        Optional<String> image,
        Origins at) {}
