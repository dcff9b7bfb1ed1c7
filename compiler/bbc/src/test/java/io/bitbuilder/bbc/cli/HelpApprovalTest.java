package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;

/** Output of {@code --help} of every command, read by a person before it is approved. */
class HelpApprovalTest {
    private static final List<List<String>> COMMANDS = List.of(
            List.of(),
            List.of("init"),
            List.of("compile"),
            List.of("check"),
            List.of("fmt"),
            List.of("lock"),
            List.of("diff"),
            List.of("gate"),
            List.of("hook"),
            List.of("hook", "install"),
            List.of("verify"),
            List.of("explain"),
            List.of("show"),
            List.of("graph"),
            List.of("schema"),
            List.of("limits"),
            List.of("lsp"),
            List.of("completion"),
            List.of("help"),
            List.of("version"));

    @Test
    void everyCommandHasHelp() {
        StringBuilder all = new StringBuilder();
        for (List<String> command : COMMANDS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            List<String> arguments = new java.util.ArrayList<>(command);
            arguments.add("--help");
            int code =
                    Main.run(arguments.toArray(String[]::new), new Console(stream, stream, false, false, Path.of("")));
            assertEquals(0, code);
            all.append("$ bbc ")
                    .append(String.join(" ", arguments))
                    .append('\n')
                    .append(out.toString(StandardCharsets.UTF_8))
                    .append('\n');
        }
        Approvals.verify(all.toString(), new Options().withReporter(new QuietReporter()));
    }
}
