package io.bitbuilder.bbc.artefact;

/** File of the host runtime, the same on every host; its bytes are copied unchanged. */
public record FixedFile(String path, ArtefactKind kind, byte[] bytes) implements Artefact {}
