package io.bitbuilder.systemd.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the name tables of the installation. */
final class NameList {
    private NameList() {}

    static List<String> lines(String name) {
        String path = "/stdlib/catalogue/" + name;
        try (InputStream in = NameList.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
