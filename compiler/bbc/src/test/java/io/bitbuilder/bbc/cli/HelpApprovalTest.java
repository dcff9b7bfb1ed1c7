package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Output of {@code --help} of every command, read by a person before it is approved. */
class HelpApprovalTest {
    private static Stream<List<String>> commands(CommandLine line, List<String> path) {
        return Stream.concat(
                Stream.of(path),
                line.getSubcommands().entrySet().stream()
                        .flatMap(e -> commands(
                                e.getValue(),
                                Stream.concat(path.stream(), Stream.of(e.getKey()))
                                        .toList())));
    }

    @Test
    void everyCommandHasHelp() {
        StringBuilder all = new StringBuilder();
        for (List<String> command :
                commands(Main.commandLine(Console.ofProcess()), List.of()).toList()) {
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
