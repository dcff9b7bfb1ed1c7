package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.Samples;
import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the project. */
public final class Programs {
    /** Texts of all different programs that parse, and one with every construct. */
    static final List<String> VALID = Stream.concat(
                    Stream.of(Samples.SUPPORTED), files().stream().map(Programs::text))
            .distinct()
            .filter(text -> !tokens(text).isEmpty())
            .toList();

    private Programs() {}

    /** Returns all programs, but for the release files of compiled trees that have the same ending. */
    public static List<Path> files() {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("stdlib", "examples", "oracle", "golden")) {
            try (Stream<Path> walk = Files.walk(Repository.path(folder))) {
                walk.filter(p -> p.toString().endsWith(".bbc")
                                && !p.endsWith("extension-release.bbc")
                                && !p.toString().contains("/target/"))
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream().sorted().toList();
    }

    /** Returns the characters of a file, also if they are not UTF-8. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a source file with that text. */
    static SourceFile file(String text) {
        return new SourceFile("a.bbc", Owner.PLATFORM, text);
    }

    /** Returns the tokens; empty if the text is refused or does not parse. */
    static List<SourceToken> tokens(String text) {
        RawFile raw = new RawFile("a.bbc", text.getBytes(StandardCharsets.UTF_8));
        return new Decoder(Limits.DEFAULT)
                .decode(raw, Owner.PLATFORM, new Findings())
                .flatMap(file -> Parser.tokens(file, Limits.DEFAULT, new Findings()))
                .orElse(List.of());
    }

    /** Returns the text in the style. */
    static String formatted(String text) {
        Findings findings = new Findings();
        return Formatter.format(file(text), Limits.DEFAULT, findings)
                .orElseThrow(() -> new AssertionError(findings.sorted() + "\n" + text));
    }
}
