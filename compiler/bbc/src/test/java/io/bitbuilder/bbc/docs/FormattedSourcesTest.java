package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.format.Formatter;
import io.bitbuilder.bbc.format.Programs;
import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All programs of the project that parse are formatted, and so is each block of code of its pages. With
 * {@code -Dbbc.bless=true} they are rewritten.
 */
class FormattedSourcesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bbc\n(.*?)^```$");
    private static final String INDENT = "  ";

    @Test
    void programs() throws IOException {
        List<Path> wrong = new ArrayList<>();
        for (Path file : Programs.files()) {
            String text = Programs.text(file);
            String styled = formatted(text).orElse(text);
            if (!text.equals(styled)) {
                wrong.add(file);
                rewrite(file, styled);
            }
        }
        assertEquals(List.of(), wrong, "not formatted: run `./bbc fmt stdlib examples oracle golden`");
    }

    @Test
    void blocksOfPages() throws IOException {
        int blocks = 0;
        List<Path> wrong = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            blocks += (int) BLOCK.matcher(text).results().count();
            String styled =
                    BLOCK.matcher(text).replaceAll(r -> Matcher.quoteReplacement("```bbc\n" + block(r) + "```"));
            if (!text.equals(styled)) {
                wrong.add(page);
                rewrite(page, styled);
            }
        }
        assertTrue(blocks > 300, "the pages are missing");
        assertEquals(List.of(), wrong, "blocks of code are not formatted; -Dbbc.bless=true writes them");
    }

    private static void rewrite(Path file, String text) throws IOException {
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(file, text);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String top :
                List.of("README.md", "CHANGELOG.md", "docs", "examples", "oracle", "stdlib/codes", "golden")) {
            try (Stream<Path> walk = Files.walk(Repository.path(top))) {
                walk.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    /** Formats the files of a block, each after its path. */
    private static String block(MatchResult block) {
        StringBuilder out = new StringBuilder();
        StringBuilder program = new StringBuilder();
        for (String line : block.group(1).split("(?<=\n)")) {
            if (line.startsWith("--- ")) {
                out.append(styled(program.toString())).append(line);
                program.setLength(0);
            } else {
                program.append(line);
            }
        }
        return out.append(styled(program.toString())).toString();
    }

    /** Returns the text in the style; as it is, if it does not even parse as the content of a block. */
    private static String styled(String program) {
        return formatted(program).or(() -> fragment(program)).orElse(program);
    }

    /** Formats statements that stand for the content of a block, or members of a kind. */
    private static Optional<String> fragment(String text) {
        return Stream.of("tenant", "kind")
                .flatMap(word -> formatted(word + " x {\n" + text + "}\n").stream())
                .map(whole -> whole.lines().toList())
                .map(lines -> lines.subList(1, lines.size() - 1).stream()
                        .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
                        .collect(Collectors.joining("\n", "", "\n")))
                .findFirst();
    }

    private static Optional<String> formatted(String text) {
        RawFile raw = new RawFile("a.bbc", text.getBytes(StandardCharsets.UTF_8));
        return new Decoder(Limits.DEFAULT)
                .decode(raw, Owner.PLATFORM, new Findings())
                .flatMap(file -> Formatter.format(file, Limits.DEFAULT, new Findings()));
    }
}
