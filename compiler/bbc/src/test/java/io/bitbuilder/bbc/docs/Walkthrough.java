package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.cli.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page as its reader works through it, from top to bottom. Fenced blocks that begin with {@code --- PATH} are files
 * to write. Indented blocks that begin with {@code $ } are commands and all that they print, where a line {@code ...}
 * stands for any lines; other indented blocks of known programs are commands without their output. A command succeeds,
 * unless {@code echo $?} follows.
 */
final class Walkthrough {
    private static final Pattern PROGRAMS = Pattern.compile("((\\./)?bbc |git |cp |cd |sed |cat |head |PATH=).*");
    private static final Pattern FILE = Pattern.compile("--- (\\S+)");
    private static final String PROMPT = "$ ";
    private static final String INDENT = "    ";

    private final Session session;
    private final List<String> lines;
    private final List<String> seen = new ArrayList<>();
    private int steps;

    Walkthrough(Session session, String page) {
        this.session = session;
        this.lines = page.lines().toList();
    }

    /** Number of commands that ran and files that were written. */
    int steps() {
        return steps;
    }

    /** Returns the page with the real output of each command; equal to the page if that shows what is printed. */
    String play() throws IOException {
        for (int at = 0; at < lines.size(); ) {
            int end = end(at);
            List<String> block = lines.subList(at, end);
            if (block.getFirst().startsWith("```")) {
                write(block);
                seen.addAll(block);
            } else if (block.getFirst().startsWith(INDENT)) {
                commands(block.stream()
                        .map(line -> line.substring(Math.min(4, line.length())))
                        .toList());
            } else {
                seen.addAll(block);
            }
            at = end;
        }
        return String.join("\n", seen) + "\n";
    }

    /** Returns the end of the block that begins at a line; empty lines belong to the indented lines around them. */
    private int end(int from) {
        String first = lines.get(from);
        int at = from + 1;
        if (first.startsWith("```")) {
            return lines.subList(at, lines.size()).indexOf("```") + at + 1;
        }
        int end = at;
        for (; first.startsWith(INDENT) && at < lines.size() && isInner(lines.get(at)); at++) {
            end = lines.get(at).isEmpty() ? end : at + 1;
        }
        return end;
    }

    private static boolean isInner(String line) {
        return line.startsWith(INDENT) || line.isEmpty();
    }

    private void write(List<String> block) throws IOException {
        List<String> rest = block.subList(1, block.size() - 1);
        while (!rest.isEmpty() && FILE.matcher(rest.getFirst()) instanceof Matcher file && file.matches()) {
            int end = 1;
            while (end < rest.size() && !FILE.matcher(rest.get(end)).matches()) {
                end++;
            }
            session.write(file.group(1), String.join("\n", rest.subList(1, end)) + "\n");
            steps++;
            rest = rest.subList(end, rest.size());
        }
    }

    private void commands(List<String> block) throws IOException {
        boolean shown = block.getFirst().startsWith(PROMPT);
        if (!shown) {
            for (String line : block) {
                if (PROGRAMS.matcher(block.getFirst()).matches() && !line.startsWith("mvn ")) {
                    run(line, "");
                }
                seen(line);
            }
        }
        for (int at = 0; shown && at < block.size(); ) {
            int end = at + 1;
            while (end < block.size() && !block.get(end).startsWith(PROMPT)) {
                end++;
            }
            seen(block.get(at));
            command(block.get(at), block.subList(at + 1, end), end < block.size() ? block.get(end) : "");
            at = end;
        }
    }

    private void command(String line, List<String> shown, String next) throws IOException {
        List<String> printed =
                run(line.substring(PROMPT.length()), next).lines().toList();
        int end = shown.size();
        while (end > 0 && shown.get(end - 1).isEmpty()) {
            end--;
        }
        String pattern = shown.subList(0, end).stream()
                .map(text -> text.strip().equals("...") ? "(.*\n)*" : Pattern.quote(text) + "\n")
                .collect(Collectors.joining());
        boolean same = String.join("", printed.stream().map(text -> text + "\n").toList())
                .matches(pattern);
        (same ? shown.subList(0, end) : printed).forEach(this::seen);
        shown.subList(end, shown.size()).forEach(this::seen);
    }

    private String run(String command, String next) throws IOException {
        Session.Answer answer = session.run(command);
        steps++;
        if (!next.equals(PROMPT + "echo $?")) {
            assertEquals(0, answer.code(), () -> command + "\n" + answer.text());
        }
        return answer.text();
    }

    private void seen(String line) {
        seen.add(line.isEmpty() ? "" : INDENT + line);
    }
}
