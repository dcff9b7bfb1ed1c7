package io.bitbuilder.systemd.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts of the test's own, below {@code differential/}. */
final class TestResource {
    private TestResource() {}

    static String text(String name) {
        try (InputStream in = TestResource.class.getResourceAsStream("/differential/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource differential/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters' bytes in UTF-8, one a character: the form in which samples are made. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The characters that bytes, one a character, mean in UTF-8. */
    static String characters(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
