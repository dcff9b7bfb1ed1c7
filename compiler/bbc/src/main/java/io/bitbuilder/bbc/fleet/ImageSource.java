package io.bitbuilder.bbc.fleet;

/** Location of an image on the host; the path is absolute and normalized. */
public record ImageSource(Format format, String path) {
    /** Directory or disk image. */
    public enum Format {
        /** {@code directory("/path")}. */
        DIRECTORY,
        /** {@code raw("/path")}. */
        RAW
    }
}
