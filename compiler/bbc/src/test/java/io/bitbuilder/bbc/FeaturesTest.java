package io.bitbuilder.bbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.catalogue.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program names the features of the table, and no others. */
class FeaturesTest {
    private static final Pattern NAMED = Pattern.compile("Feature\\.of\\(\"([a-z-]+)\"\\)");

    @Test
    void everyRowIsUsedAndEveryNameIsARow() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (String module : List.of("systemd", "bbc")) {
            try (Stream<Path> files = Files.walk(Repository.path("compiler").resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    NAMED.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group(1)));
                }
            }
        }
        assertEquals(Feature.all().stream().map(Feature::name).toList(), List.copyOf(named));
    }

    @Test
    void aFeatureIsInEveryReleaseFromItsFirst() {
        Feature headless = Feature.of("vmspawn-console-headless");
        assertFalse(headless.isIn(headless.since() - 1));
        assertTrue(headless.isIn(headless.since()));
    }
}
