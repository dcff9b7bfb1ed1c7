package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostRuntimeTest {
    private static final Path FOLDER = Repository.path("stdlib/host");

    @Test
    void theIndexListsTheFolder() throws IOException {
        try (Stream<Path> walk = Files.walk(FOLDER.resolve("etc"))) {
            List<String> files = walk.filter(Files::isRegularFile)
                    .map(FOLDER::relativize)
                    .map(Path::toString)
                    .sorted()
                    .toList();
            assertEquals(files, Files.readAllLines(FOLDER.resolve("index")));
        }
    }
}
