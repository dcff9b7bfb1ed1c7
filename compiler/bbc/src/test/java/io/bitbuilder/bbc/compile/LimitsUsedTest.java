package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.source.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A limit that nothing asks for protects nothing. */
class LimitsUsedTest {
    @Test
    void everyLimitIsAskedFor() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String module : List.of("core", "bbc")) {
            try (Stream<Path> files = Files.walk(Repository.path("compiler/" + module + "/src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        List<Limit> unused = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            if (sources.indexOf("Limit." + limit.name()) < 0) {
                unused.add(limit);
            }
        }
        assertEquals(List.of(), unused);
    }
}
