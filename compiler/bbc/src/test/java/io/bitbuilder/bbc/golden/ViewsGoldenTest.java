package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.cli.Console;
import io.bitbuilder.bbc.cli.Main;
import io.bitbuilder.core.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bbc show} and {@code bbc graph} print of the examples; {@code -Dbbc.bless=true} writes it. */
class ViewsGoldenTest {
    private static final Path GOLDEN = Repository.path("golden/views");

    @ParameterizedTest
    @CsvSource({
        "fleet, overview.txt, show",
        "fleet, overview.json, show --format json",
        "fleet, acme.bbc, show acme",
        "fleet, acme-web.json, show acme.web --format json",
        "fleet, platform.bbc, show platform",
        "fleet, network.bbc, show globex.back",
        "fleet, attachment.bbc, show acme.db.attach.front",
        "fleet, value.txt, show acme.web.memory.high",
        "fleet, hosts.txt, show --hosts",
        "fleet, hosts.json, show --hosts --format json",
        "neighbours, grants.txt, show --grants",
        "neighbours, grants.json, show --grants --format json",
        "fleet, fleet.mmd, graph",
        "neighbours, neighbours.mmd, graph",
        "neighbours, neighbours.dot, graph --format dot",
        "neighbours, neighbours.graph.json, graph --format json"
    })
    void views(String example, String file, String command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                command.split(" "),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        Repository.path("examples").resolve(example)));
        assertEquals(List.of(0, ""), List.of(code, err.toString(StandardCharsets.UTF_8)));
        String text = out.toString(StandardCharsets.UTF_8);
        if (Boolean.getBoolean("bbc.bless")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(file), text);
        }
        assertEquals(Files.readString(GOLDEN.resolve(file)), text);
    }
}
