package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ordinary mistakes, one each: {@code golden/mistakes/*.txt} has the input of a case, indented by four, and below it
 * exactly the findings: code, place and marked text, message, and fixes. {@code fix!} is a certain one, {@code fix?}
 * has edits that are a guess, {@code fix} is for people. With {@code -Dbbc.bless=true} they are rewritten.
 */
class MistakesTest {
    private static final Path CASES = Repository.path("golden/mistakes");
    private static final String PLATFORM = """
            platform eu {
              host node-a { cpu = 16; memory = 64GiB; storage = 500GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              host node-b { cpu = 16; memory = 64GiB; storage = 500GiB; uplink = "eth0"; address = 192.0.2.11/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              image vm { source = raw("/var/lib/machines/vm.raw") }
              defaults container { image = debian }
              defaults machine { image = vm }
              admit acme { quota { cpu = 8; memory = 16GiB; storage = 200GiB } }
            }
            """;

    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(CASES).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String text = Files.readString(file);
        StringBuilder actual = new StringBuilder();
        for (String part : text.split("(?m)^(?=== )")) {
            actual.append(one(part));
        }
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(file, actual);
        }
        assertEquals(text, actual.toString());
    }

    /** Returns the case with its present findings. */
    private static String one(String part) {
        StringBuilder out = new StringBuilder();
        StringBuilder input = new StringBuilder();
        part.lines().forEach(line -> {
            if (line.startsWith("== ")) {
                out.append(line).append('\n');
            } else if (line.startsWith("    ")) {
                out.append(line).append('\n');
                input.append(line.substring(4)).append('\n');
            }
        });
        for (Finding finding : CheckRun.files(files(input.toString()))) {
            out.append(shown(finding));
        }
        return out.append('\n').toString();
    }

    /** Returns the files of an input; the tenant's, unless lines name others. */
    static List<RawFile> files(String input) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        String path = input.startsWith("{") ? "tenants/acme/metadata.json" : "tenants/acme/tenant.bbc";
        for (String line : input.lines().toList()) {
            if (line.startsWith("--- ")) {
                path = line.substring(4);
            } else {
                files.computeIfAbsent(path, p -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
        if (files.keySet().stream().noneMatch(p -> p.startsWith("platform/"))) {
            files.put("platform/platform.bbc", new StringBuilder(PLATFORM));
        }
        List<RawFile> raw = new ArrayList<>();
        files.forEach((p, t) -> raw.add(new RawFile(p, t.toString().getBytes(StandardCharsets.UTF_8))));
        return raw;
    }

    private static String shown(Finding finding) {
        Span span = finding.primary().span();
        String marked = span.text().lines().findFirst().orElse("");
        StringBuilder out = new StringBuilder("-> " + finding.code() + " "
                + (span.file().path().equals("tenants/acme/tenant.bbc")
                        ? ""
                        : span.file().path() + ":") + span.line()
                + ":" + span.column() + " [" + marked + "] " + finding.message() + "\n");
        for (Fix fix : finding.fixes()) {
            out.append(fix.certain() ? "   fix! " : fix.edits().isEmpty() ? "   fix  " : "   fix? ")
                    .append(fix.text())
                    .append(result(fix))
                    .append('\n');
        }
        return out.toString();
    }

    /** Returns the edited line, unless the sentence has its only edit. */
    private static String result(Fix fix) {
        List<TextEdit> edits = fix.edits();
        if (edits.isEmpty() || fix.text().equals("write `" + edits.getFirst().text() + "`")) {
            return "";
        }
        TextEdit edit = fix.edits().getFirst();
        String text = edit.span().file().text();
        int from = text.lastIndexOf('\n', edit.span().start() - 1) + 1;
        int end = text.indexOf('\n', edit.span().end());
        return ": " + text.substring(from, edit.span().start()).strip() + "«" + edit.text() + "»"
                + text.substring(edit.span().end(), end < 0 ? text.length() : end)
                        .stripTrailing();
    }
}
