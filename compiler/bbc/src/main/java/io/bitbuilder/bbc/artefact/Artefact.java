package io.bitbuilder.bbc.artefact;

/** Typed content of a file of the compiled tree, before it is rendered. */
public sealed interface Artefact permits SystemdFile, TableFile, NftFile, JsonFile, FixedFile {
    /** Returns the path in the tree. */
    String path();

    /** Returns the kind of the file. */
    ArtefactKind kind();
}
