package io.bitbuilder.bbc.schema;

import io.bitbuilder.core.fault.InternalFault;

/**
 * Place of a directive among the files of a block, {@code limits/Service.IOWeight}.
 *
 * @param file name of a form of files, {@code limits}
 * @param section section of the file, {@code Service}
 * @param key directive of systemd, {@code IOWeight}
 */
public record DirectivePath(String file, String section, String key) {
    /**
     * Reads a path as a kind writes it.
     *
     * @throws InternalFault if it does not have all three parts; kinds are part of the installation
     */
    static DirectivePath parse(String text) {
        int slash = text.indexOf('/');
        int dot = text.indexOf('.', slash + 1);
        if (slash < 1 || dot < slash + 2 || dot == text.length() - 1) {
            throw new InternalFault("invalid directive '" + text + "' in a kind (expected file/Section.Key)");
        }
        return new DirectivePath(text.substring(0, slash), text.substring(slash + 1, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return file + "/" + section + "." + key;
    }
}
