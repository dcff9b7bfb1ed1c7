package io.bitbuilder.bbc.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines that a reader of the documentation types in one shell, below a folder of the test: {@code bbc} runs in this
 * process, all else in bash. {@code /tmp} is a folder of the test.
 */
public final class Session {
    private static final String WHERE = "where";

    private final Path temp;
    private Path folder;
    private int last;

    /** Exit code, and what both streams got. */
    public record Answer(int code, String text) {}

    /** Starts in a folder that holds a copy of the examples. */
    public Session(Path root, Path examples) throws IOException {
        this.folder = root;
        this.temp = Files.createDirectories(root.resolve("tmp"));
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve("examples").resolve(examples.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Runs a line; what it prints names {@code /tmp} as the line does. */
    public Answer run(String line) throws IOException {
        String here = line.replace("/tmp/", temp + "/");
        List<String> words = List.of(here.split(" +"));
        boolean bbc = words.getFirst().equals("bbc") || words.getFirst().equals("./bbc");
        Answer answer = bbc ? program(words.subList(1, words.size())) : shell("(exit " + last + ")\n" + here);
        last = answer.code();
        return new Answer(answer.code(), answer.text().replace(temp + "/", "/tmp/"));
    }

    /** Writes a file as an editor does, below the present folder. */
    public void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Answer program(List<String> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(words.toArray(String[]::new), new Console(stream, stream, false, false, folder));
        return new Answer(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private Answer shell(String line) throws IOException {
        Path where = temp.resolve(WHERE);
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", line + "\ncode=$?; pwd > '" + where + "'; exit $code")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            bash.environment().put("GIT_" + who + "_NAME", "Reader");
            bash.environment().put("GIT_" + who + "_EMAIL", "reader@example.org");
            bash.environment().put("GIT_" + who + "_DATE", "2026-01-05T09:00:00Z");
        }
        bash.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        try {
            Process process = bash.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            folder = Path.of(Files.readString(where).strip());
            return new Answer(code, text);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
