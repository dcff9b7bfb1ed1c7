package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathViewTest {
    @ParameterizedTest
    @CsvSource({
        "/no/fleet, a/x.bbc, a/x.bbc",
        "/no, a/x.bbc, fleet/a/x.bbc",
        "/no/other, a/x.bbc, ../fleet/a/x.bbc",
        "/no/fleet/a, a/x.bbc, x.bbc",
        "/no/fleet/a, b/x.bbc, ../b/x.bbc",
        "/no/fleet/a/b, a/x.bbc, ../x.bbc",
        "/no/fleet/a, a, ../a"
    })
    void pathsAreRelativeToTheReader(String reader, String path, String shown) {
        assertEquals(shown, PathView.from(Path.of(reader), Path.of("/no/fleet")).apply(path));
    }
}
