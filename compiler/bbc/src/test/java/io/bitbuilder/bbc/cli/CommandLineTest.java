package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and options that are about the command line itself, and input from an editor. */
class CommandLineTest {
    private static final String TENANT = "tenant acme { network front { subnet = %s } }\n";

    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 8; memory = 32GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              extension numbered { type = sysext; source = raw("/srv/numbered.raw"); level = 15.14 }
              extension named { type = sysext; source = raw("/srv/named.raw"); level = "2" }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void fleet() throws IOException {
        write("platform/p.bbc", PLATFORM);
        write("tenants/acme/t.bbc", TENANT.formatted("10.1.0.0/24"));
        write("tenants/globex/t.bbc", "tenant globex { network lan { subnet = 10.2.0.0/24 } }\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Bbc.Run run(String... words) {
        return Bbc.in(folder, words);
    }

    private Bbc.Run typed(String input, String... words) {
        return Bbc.typed(folder, input, words);
    }

    @Test
    void versionAndHelpAreSaidInEachUsualWay() {
        for (String word : List.of("version", "--version", "-V")) {
            assertEquals(new Bbc.Run(0, "bbc development\n", ""), run(word));
        }
        assertEquals(run("--help"), run("help"));
        assertEquals(run("diff", "--help"), run("help", "diff"));
        assertEquals(run("hook", "install", "--help"), run("help", "hook", "install"));
        Bbc.Run unknown = run("help", "compil");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("unknown command `compil`; the nearest is `compile`"), unknown.err());
    }

    @Test
    void anUnknownWordIsAnsweredWithTheKnownOnes() {
        assertEquals(
                "bbc: invalid value for option '--format': expected text, json, markdown, sarif, junit or "
                        + "github, not 'xml'\nSee `bbc check --help`.\n",
                run("check", "--format", "xml").err());
        assertEquals(0, run("check", "--format", "Json").code());
        Bbc.Run gate = run("gate", "--base", "a", "--head", "b", "--platform", "x");
        assertTrue(gate.err().contains("expected base or head, not 'x'"), gate.err());
    }

    @Test
    void theScriptForBashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        Path script = folder.resolve("bbc.bash");
        Files.writeString(script, run("completion", "bash").out());
        assertEquals("check", completed(script, "ch"));
        assertTrue(completed(script, "compile", "--co").contains("--commit"));
        assertEquals("fmt", completed(script, "fm"));
        assertEquals("--check", completed(script, "fmt", "--c"));
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String typed = "bbc " + String.join(" ", words);
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=" + words.length
                                + "; COMP_LINE='" + typed + "'; COMP_POINT=${#COMP_LINE}; compopt() { :; }; "
                                + "_complete_bbc; echo ${COMPREPLY[*]}")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, bash.waitFor());
        return answer;
    }

    @Test
    void theScriptForFishNamesEachCommandAndOption() {
        List<String> lines = run("completion", "fish").out().lines().toList();
        assertTrue(lines.stream().allMatch(l -> l.startsWith("complete -c bbc -n '")), lines::toString);
        for (String part : List.of(
                "-n '__fish_use_subcommand' -a 'gate' -d ",
                "-n '__fish_seen_subcommand_from hook' -a 'install' -d ",
                "-n '__fish_seen_subcommand_from fmt' -l diff -d 'Show the changes as a diff; write nothing.'",
                "-n '__fish_seen_subcommand_from compile' -l out -r -d 'Write the tree to this folder, atomically.'")) {
            assertTrue(lines.stream().anyMatch(l -> l.contains(part)), part);
        }
    }

    @Test
    void anUnsavedFileIsCheckedWithinItsFleet() {
        Bbc.Run conflict = typed(TENANT.formatted("10.2.0.0/25"), "check", "-", "--as", "tenants/acme/t.bbc");
        assertEquals(1, conflict.code());
        assertTrue(
                conflict.err().contains("error[NET004]") && conflict.err().contains("tenants/acme/t.bbc:1:"),
                conflict.err());
        assertEquals(0, run("check").code(), "the saved file is valid");
        assertEquals(
                0,
                typed(TENANT.formatted("10.3.0.0/24"), "check", "-", "--as", "tenants/acme/t.bbc")
                        .code());
        Bbc.Run added = typed("tenant acme { network front { } }", "check", "-", "--as", "tenants/acme/new.bbc");
        assertEquals(0, added.code(), added.err());
        assertEquals(
                1,
                typed("tenant acme {", "check", "-", "--as", "tenants/acme/new.bbc")
                        .code());
    }

    @Test
    void anUnsavedFileNeedsItsName() {
        for (String[] words : List.of(
                new String[] {"check", "-"},
                new String[] {"check", "--as", "tenants/acme/t.bbc"},
                new String[] {"check", "-", "tenants", "--as", "tenants/acme/t.bbc"},
                new String[] {"check", "-", "--as", "README.md"},
                new String[] {"check", "-", "--as", "nowhere/t.bbc"},
                new String[] {"check", "--staged", "--rev", "HEAD"})) {
            Bbc.Run run = typed("", words);
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().startsWith("bbc: "), run.err());
        }
    }

    @Test
    void aFailureNamesTheFileAndNoClassOfJava() {
        Bbc.Run run = run("compile", "--out", "/proc/x/tree");
        assertEquals(2, run.code());
        assertEquals("bbc: cannot write /proc/x/tree: no such file or folder: /proc/x\n", run.err());
    }

    @Test
    void aLevelOfExtensionsMayBeANumber() throws IOException {
        write(
                "tenants/acme/e.bbc",
                "tenant acme { container c { image = debian; memory { limit = 64MiB }\n"
                        + "extensions { sysext = [named, numbered] } } }\n");
        Bbc.Run compiled = run("compile", "--out", folder.resolve("tree").toString());
        assertEquals(0, compiled.code(), compiled.err());
        Path extensions = folder.resolve("tree/tenants/acme/extensions");
        String numbered = Files.readString(extensions.resolve("numbered.sysext/manifest.json"));
        assertTrue(numbered.contains("\"level\": \"15.14\""), numbered);
        String named = Files.readString(extensions.resolve("named.sysext/manifest.json"));
        assertTrue(named.contains("\"level\": \"2\""), named);
        write("tenants/acme/e.bbc", "tenant acme { }\n");
        write("platform/p.bbc", PLATFORM.replace("\"2\"", "\"Two words\""));
        assertTrue(
                run("check").err().contains("characters other than a-z, 0-9"),
                run("check").err());
    }

    @Test
    void theListOfCodesHasAHeadingForEachFamily() {
        String list = run("explain").out();
        assertTrue(list.startsWith("LEX: bytes, file names and literals\n  LEX001  "), list);
        assertTrue(list.contains("\n\nNET: networks, subnets and offers\n  NET001  "), list);
        assertEquals(
                Code.values().length,
                list.lines()
                        .filter(line -> line.matches("  [A-Z]{3}[0-9]{3}  .+"))
                        .count());
    }

    @Test
    void nothingStaysBesideTheTree() throws IOException {
        Path out = folder.resolve("build/tree");
        assertEquals(0, run("compile", "--out", out.toString()).code());
        try (Stream<Path> beside = Files.list(out.getParent())) {
            assertEquals(List.of(out), beside.toList());
        }
    }

    @Test
    void aLongRunShowsItsTimeUntilItPrints() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(terminal, terminal, true, false, folder);
        try (ProgressLine line = ProgressLine.start(console, Duration.ZERO, Duration.ofMillis(1))) {
            while (err.size() == 0) {
                Thread.sleep(1);
            }
            line.console().out().print("1 error");
            line.console().flush();
            String shown = err.toString(StandardCharsets.UTF_8);
            assertTrue(shown.startsWith("\rbbc: working, 0 s"), shown);
            assertTrue(shown.endsWith("\r\033[K1 error"), shown);
            Thread.sleep(10);
            assertEquals(shown, err.toString(StandardCharsets.UTF_8), "nothing follows the output");
        }
    }

    @Test
    void withoutATerminalThereIsNoTime() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (ProgressLine line = ProgressLine.start(
                new Console(stream, stream, false, false, folder), Duration.ZERO, Duration.ofMillis(1))) {
            Thread.sleep(10);
            assertEquals(0, line.console().out() == stream ? err.size() : 1);
        }
    }
}
