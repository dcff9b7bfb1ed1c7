package io.bitbuilder.bbc.fleet;

/** Where an image lies on the host; the path is absolute and in normal form. */
public record ImageSource(Form form, String path) {
    /** A folder, or a disk image. */
    public enum Form {
        /** {@code directory("/path")}. */
        DIRECTORY,
        /** {@code raw("/path")}. */
        RAW
    }
}
