package io.bitbuilder.bbc.artefact;

/** A file of the compiled tree as it is meant, before it is written. */
public sealed interface Artefact permits SystemdFile, TableFile, NftFile, JsonFile, FixedFile {
    /** Path in the tree. */
    String path();
}
