package io.bitbuilder.bbc.fleet;

import java.util.Optional;

/** Admission of the tenant of that name. */
public record Admit(
        String name,
        Optional<String> repository,
        String branch,
        Trust trust,
        Optional<Quota> quota,
        Optional<String> image,
        Origins at) {}
