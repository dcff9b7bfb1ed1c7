package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.cli.Session;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README, the tour, the guides and the tasks, run in their order in a copy of the examples: each
 * ends with success and prints what the page shows. With {@code -Dbbc.bless=true} the pages get the real output.
 */
class DocumentedCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    /** Returns the blocks of code that are indented by four blanks. */
    private static List<List<String>> blocks(String page) throws IOException {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(Repository.path(page))) {
            if (line.startsWith("    ") || line.isEmpty() && !block.isEmpty()) {
                block.add(line.isEmpty() ? "" : line.substring(4));
            } else if (!block.isEmpty()) {
                blocks.add(stripped(block));
                block = new ArrayList<>();
            }
        }
        return blocks;
    }

    private static List<String> stripped(List<String> block) {
        int end = block.size();
        while (block.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(block.subList(0, end));
    }

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Repository.path("README.md"), Repository.path("docs/tour.md")));
        for (String of : List.of("docs/guides", "docs/tasks")) {
            Repository.entries(Repository.path(of)).stream()
                    .filter(page -> page.toString().endsWith(".md"))
                    .forEach(pages::add);
        }
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> walk(page)));
    }

    private void walk(Path page) throws IOException {
        Path root = Files.createDirectories(folder.resolve(page.getFileName().toString()));
        String text = Files.readString(page);
        Walkthrough reader = new Walkthrough(new Session(root, Repository.path("examples")), text);
        String seen = reader.play();
        assertTrue(reader.steps() > 1, page.toString());
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(page, seen);
        } else {
            assertEquals(seen, text, "what the commands print; -Dbbc.bless=true writes it");
        }
    }

    /** A guide shows no program that is not compiled. */
    @Test
    void programsOfGuidesAreFiles() throws IOException {
        for (Path page : Repository.entries(Repository.path("docs/guides"))) {
            String text = Files.readString(page);
            assertFalse(Pattern.compile("(?m)^```bbc\n(?!--- )").matcher(text).find(), page.toString());
        }
    }

    @Test
    void tenantOfTheTour() throws IOException {
        String page = Files.readString(Repository.path("docs/tour.md"));
        String tenant = Files.readString(Repository.path("examples/fleet/tenants/acme/tenant.bbc"));
        assertTrue(page.contains("```bbc\n" + tenant + "```\n"), page);
    }

    /** A report that the README shows is that of the two lines that it quotes. */
    @Test
    void findingOfTheReadme() throws IOException {
        List<String> report = blocks("README.md").stream()
                .filter(block -> block.getFirst().startsWith("error["))
                .findFirst()
                .orElseThrow();
        Pattern place = Pattern.compile("  ┌─ (tenants/([a-z]+)/tenant.bbc):2:[0-9]+");
        for (int at = 0; at < report.size() - 1; at++) {
            Matcher found = place.matcher(report.get(at));
            if (found.matches()) {
                Path file = folder.resolve("fleet").resolve(found.group(1));
                Files.createDirectories(file.getParent());
                String line = report.get(at + 1).substring("2 │ ".length());
                Files.writeString(file, "tenant " + found.group(2) + " {\n" + line + "\n}\n");
            }
        }
        Findings findings = new Findings();
        Compiler.check(Input.ofFolders(List.of(folder.resolve("fleet")), findings), AllocationMode.FREE, findings);
        String printed = TextReport.of(false, true, Limits.DEFAULT).print(findings.sorted());
        assertEquals(String.join("\n", report) + "\n\n1 error\n", printed);
    }
}
