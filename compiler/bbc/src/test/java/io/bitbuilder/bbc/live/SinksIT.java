package io.bitbuilder.bbc.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.SafeText;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests the escapers with the real manager: after it has read our lines, its values equal the intended ones, byte by
 * byte.
 */
@Order(8)
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class SinksIT {
    private static final int VALUES = 1_000;
    private static final String UNIT = "sinks.service";
    private static final List<String> NASTY = List.of(
            "\\",
            "\"",
            "'",
            "%",
            "%n",
            "%%",
            "$",
            "$$",
            "$HOME",
            "${A}",
            "#",
            ";",
            " ",
            "  ",
            "[Exec]",
            "=",
            "é",
            "\uD83D\uDE00",
            "\u00A0",
            "\\x20",
            "\\n",
            "a",
            "b",
            "/",
            ":",
            "-",
            "@",
            "!",
            "+",
            "|");

    private final Random random = new Random(262);

    @Test
    void theManagerHoldsTheMeantValues(OracleRoot root) throws IOException {
        List<String> values = IntStream.range(0, VALUES).mapToObj(n -> text()).toList();
        String description = "100% of %i: \"quoted\" 'too' \\ $HOME";
        StringBuilder unit = new StringBuilder(
                "[Unit]\nDescription=" + new UnitText(description).text() + "\n[Service]\nType=oneshot\n");
        for (int n = 0; n < VALUES; n++) {
            unit.append("Environment=")
                    .append(new UnitEnvironment("V" + n, values.get(n)).text())
                    .append('\n');
        }
        for (int n = 0; n < VALUES; n += 10) {
            unit.append("ExecStart=")
                    .append(ExecLine.of(
                                    "/usr/bin/true", values.subList(n, n + 10).toArray(String[]::new))
                            .text())
                    .append('\n');
        }
        try (LiveHost host = LiveHost.of(root, List.of(), "")) {
            host.write("/etc/systemd/system/" + UNIT, unit.toString());
            host.start();
            assertEquals(
                    description, strings(property(host, "Unit", "Description")).getLast());
            assertEquals(
                    IntStream.range(0, VALUES)
                            .mapToObj(n -> "V" + n + "=" + values.get(n))
                            .toList(),
                    drop(strings(property(host, "Service", "Environment"))));
            List<String> words = new ArrayList<>(drop(strings(property(host, "Service", "ExecStart"))));
            words.removeIf("/usr/bin/true"::equals);
            // The manager undoes variables when it starts the process, not when it reads the line.
            assertEquals(values.stream().map(v -> v.replace("$", "$$")).toList(), words);
        }
        IO.println("oracle systemd: " + VALUES + " variables and " + VALUES + " arguments have the meant value");
    }

    private static String property(LiveHost host, String of, String name) {
        String path = host.exec(
                "busctl",
                "--json=short",
                "call",
                "org.freedesktop.systemd1",
                "/org/freedesktop/systemd1",
                "org.freedesktop.systemd1.Manager",
                "LoadUnit",
                "s",
                UNIT);
        String object = path.substring(path.indexOf("/org"), path.lastIndexOf('"'));
        return host.exec(
                "busctl",
                "--json=short",
                "get-property",
                "org.freedesktop.systemd1",
                object,
                "org.freedesktop.systemd1." + of,
                name);
    }

    /** All strings of an answer, the name of its D-Bus type first. */
    private static List<String> strings(String json) throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getText());
                }
            }
        }
        return strings;
    }

    private static List<String> drop(List<String> strings) {
        return strings.subList(1, strings.size());
    }

    private String text() {
        StringBuilder text = new StringBuilder("v");
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(
                    random.nextInt(5) == 0
                            ? Character.toString(0x20 + random.nextInt(0x3000))
                            : NASTY.get(random.nextInt(NASTY.size())));
        }
        return SafeText.problem(text.toString()).isEmpty() ? text.toString() : text();
    }
}
