package io.bitbuilder.bbc.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real git in one folder, without the configuration of user and system. */
public final class TestGit {
    private final Path folder;

    private TestGit(Path folder) {
        this.folder = folder;
    }

    /** A new repository with the branch main; options as of {@code git init}. */
    public static TestGit init(Path folder, String... options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestGit git = new TestGit(folder);
        List<String> words = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        words.addAll(List.of(options));
        git.run(words.toArray(String[]::new));
        git.run("config", "user.name", "Tester");
        git.run("config", "user.email", "tester@example.org");
        return git;
    }

    /** An existing repository. */
    public static TestGit in(Path folder) {
        return new TestGit(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Returns the output of git without the last line end; git must succeed. */
    public String run(String... words) {
        Result result = tryRun(Map.of(), new byte[0], words);
        assertEquals(0, result.code(), () -> "git " + String.join(" ", words) + ": " + result.err());
        return result.out().stripTrailing();
    }

    /** Runs git with that environment and input; it may fail. */
    public Result tryRun(Map<String, String> environment, byte[] input, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return start(command, folder, environment, input);
    }

    /** Runs another program in a folder. */
    public static Result program(Path program, Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        return start(command, folder, Map.of(), new byte[0]);
    }

    private static Result start(List<String> command, Path folder, Map<String, String> environment, byte[] input) {
        try {
            Path err = Files.createTempFile("git", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
            builder.environment().put("GIT_AUTHOR_DATE", "1700000000 +0100");
            builder.environment().put("GIT_COMMITTER_DATE", "1700000000 +0100");
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input);
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Result result = new Result(code, out, Files.readString(err));
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file of the work tree. */
    public TestGit write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything and returns the id of the commit. */
    public String commitAll() {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", "change");
        return run("rev-parse", "HEAD");
    }

    /** Stores an object of any content, valid or not, and returns its id. */
    public String object(String type, byte[] content) {
        Result result = tryRun(Map.of(), content, "hash-object", "-w", "-t", type, "--literally", "--stdin");
        assertEquals(0, result.code(), result::err);
        return result.out().strip();
    }

    /** Exit status and output of git. */
    public record Result(int code, String out, String err) {}
}
