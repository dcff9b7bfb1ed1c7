package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Field paths in Java: each literal must be a field of some kind, and a path must be a field of the kind at hand. */
class FieldPathsTest {
    /** Path literals: the argument of a look-up of origins, and paths with dots elsewhere. */
    private static final Pattern LOOK_UP =
            Pattern.compile("\\bat(?:\\(\\))?\\s*\\.(?:of|span)\\(\\s*\"([^\"]*)\"(?!\\s*\\+)");

    private static final Pattern DOTTED =
            Pattern.compile("\"((?:cpu|memory|root|dhcp|security|quota|extensions|services)\\.[^\" ]*[^\". ])\"");
    private static final int LITERALS = 50;

    @Test
    void everyLiteralPathIsAFieldOfAKind() throws IOException {
        Set<String> known = TestSchema.paths();
        Map<String, Path> literals = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                collect(file, literals);
            }
        }
        assertTrue(literals.size() >= LITERALS, () -> "the scan found only " + literals.keySet());
        assertAll(literals.entrySet().stream()
                .map(e -> () -> assertTrue(
                        known.contains(e.getKey()),
                        () -> "unknown field path '" + e.getKey() + "' in " + e.getValue())));
    }

    private static void collect(Path file, Map<String, Path> literals) throws IOException {
        String text = Files.readString(file);
        for (Pattern pattern : new Pattern[] {LOOK_UP, DOTTED}) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                literals.putIfAbsent(matcher.group(1), file);
            }
        }
    }

    @Test
    void anUnknownFieldPathIsAFault() {
        Span span = new Span(new SourceFile("t.bbc", Owner.PLATFORM, "x"), 0, 1);
        Origins origins = new Origins(
                new Origin(span, new Subject("container", "acme/web", "")), Set.of("memory.limit"), Map.of());
        assertEquals(span, origins.span("memory.limit"));
        assertThrows(InternalFault.class, () -> origins.of("memory.limmit"));
        assertThrows(InternalFault.class, () -> origins.span("memory.limmit"));
    }
}
