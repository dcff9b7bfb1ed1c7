package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README and the tour, run in their order in a copy of the examples: each ends with success and
 * prints what follows it, where a line {@code ...} stands for any lines.
 */
class DocumentedCommandsTest {
    private static final Pattern PROGRAMS = Pattern.compile("(\\$ |(\\./)?bbc |git |cp |cd |sed |cat |head |PATH=).*");

    @TempDir
    private Path folder = Path.of("");

    /** A command, and the lines that it prints; no lines when the page does not show any. */
    private record Step(String command, List<String> shown) {}

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

    private static List<Step> steps(String page) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (List<String> block : blocks(page)) {
            if (!PROGRAMS.matcher(block.getFirst()).matches()) {
                continue;
            }
            boolean session = block.getFirst().startsWith("$ ");
            for (String line : block) {
                if (!session || line.startsWith("$ ")) {
                    steps.add(new Step(session ? line.substring(2) : line, new ArrayList<>()));
                } else {
                    steps.getLast().shown().add(line);
                }
            }
        }
        return steps;
    }

    private void run(String page) throws IOException {
        Session session = new Session(folder, Repository.path("examples"));
        List<Step> steps = steps(page);
        assertTrue(steps.size() > 1, page);
        for (Step step : steps) {
            if (step.command().startsWith("mvn ")) {
                continue;
            }
            Session.Answer answer = session.run(step.command());
            assertEquals(0, answer.code(), () -> step.command() + "\n" + answer.text());
            List<String> shown = new ArrayList<>(step.shown());
            while (!shown.isEmpty() && shown.getLast().isEmpty()) {
                shown.removeLast();
            }
            String pattern = shown.stream()
                    .map(line -> line.strip().equals("...") ? "(.*\n)*" : Pattern.quote(line) + "\n")
                    .collect(Collectors.joining());
            assertTrue(
                    shown.isEmpty() || answer.text().matches(pattern),
                    () -> page + ": `" + step.command() + "` prints\n" + answer.text());
        }
    }

    @Test
    void commandsOfTheReadme() throws IOException {
        run("README.md");
    }

    @Test
    void commandsOfTheTour() throws IOException {
        run("docs/tour.md");
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
