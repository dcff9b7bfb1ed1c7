package io.bitbuilder.bbc.artefact;

/** A file of the host runtime that is the same on every host; its bytes are taken as they are. */
public record FixedFile(String path, byte[] bytes) implements Artefact {}
