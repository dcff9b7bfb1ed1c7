package io.bitbuilder.bbc.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shown blocks are programs that declare the same fleet, and have all fields of their kinds. */
class ShowTest {
    private static Compilation example(String name) {
        Findings findings = new Findings();
        Compilation compilation = Compiler.check(
                Input.ofFolders(List.of(Repository.path("examples").resolve(name)), findings),
                AllocationMode.FREE,
                findings);
        assertEquals(List.of(), findings.sorted());
        return compilation;
    }

    private static Compilation compiled(Map<String, String> files, Findings findings) {
        List<RawFile> raw = files.entrySet().stream()
                .map(e -> new RawFile(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return Compiler.check(new SourceReader(Limits.DEFAULT, findings).read(raw), AllocationMode.FREE, findings);
    }

    private static Compilation tenant(String program) {
        Findings findings = new Findings();
        Compilation compilation =
                compiled(Map.of("tenants/acme/a.bbc", "tenant acme {\n" + program + "\n}\n"), findings);
        assertFalse(findings.hasErrors(), () -> findings.sorted().toString());
        return compilation;
    }

    private static Map<String, String> programs(Compilation compilation) {
        Show show = new Show(compilation, false);
        Map<String, String> programs = new LinkedHashMap<>();
        if (!compilation.program().builtin()) {
            programs.put("platform/platform.bbc", show.named("platform"));
        }
        compilation.program().tenants().stream()
                .map(Block::name)
                .forEach(name -> programs.put("tenants/" + name + "/tenant.bbc", show.named(name)));
        return programs;
    }

    private static String withoutComments(String program) {
        return program.replaceAll("(?m)  # .*$", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "seed-metadata", "storage", "neighbours", "fleet"})
    void shownProgramsDeclareTheSameFleet(String name) {
        Map<String, String> programs = programs(example(name));
        Findings findings = new Findings();
        Map<String, String> again = programs(compiled(programs, findings));
        assertEquals(List.of(), findings.sorted());
        programs.forEach((path, text) -> assertEquals(withoutComments(text), withoutComments(again.get(path))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "seed-metadata", "storage", "neighbours", "fleet"})
    void everyFieldOfEveryKindIsShown(String name) {
        Compilation compilation = example(name);
        List<Block> roots = new ArrayList<>(compilation.program().tenants());
        roots.add(compilation.program().platform());
        Set<String> missing = new TreeSet<>();
        for (Block root : roots) {
            blocks(ShownJson.of(ShownBlock.of(root, compilation.program().schema())))
                    .forEach(block -> {
                        Kind kind = compilation
                                .program()
                                .schema()
                                .kind(text(block.at("kind")))
                                .orElseThrow();
                        kind.fields().keySet().stream()
                                .filter(field -> !has(block.at("fields"), field))
                                .forEach(field -> missing.add(kind.name() + "." + field));
                    });
        }
        assertEquals(Set.of(), missing);
    }

    private static Stream<Json> blocks(Json block) {
        return Stream.concat(
                Stream.of(block),
                block.at("blocks").members().values().stream()
                        .flatMap(list -> list.elements().stream())
                        .flatMap(ShowTest::blocks));
    }

    private static String text(Json json) {
        return json instanceof Json.Text(String text) ? text : "";
    }

    /** An absent optional block is null: its fields are not there. */
    private static boolean has(Json fields, String path) {
        int dot = path.indexOf('.');
        Json member = fields.members().get(dot < 0 ? path : path.substring(0, dot));
        return member != null && (dot < 0 || member instanceof Json.Nothing || has(member, path.substring(dot + 1)));
    }

    /** Each value is read back as it was, whatever its characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "\\\"quoted\\\"",
                "back\\\\slash",
                "\\{brace}",
                "\\u{1F600} gr\\u{F6}\\u{DF}e",
                "# no comment",
                "100%",
                "{1 + 1}"
            })
    void stringsAreReadBack(String text) {
        Compilation first = tenant("container web { memory { limit = 64MiB }; env { A = \"" + text + "\" } }");
        Map<String, String> programs = programs(first);
        assertTrue(programs.get("tenants/acme/tenant.bbc").chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
        Compilation again =
                compiled(Map.of("tenants/acme/a.bbc", programs.get("tenants/acme/tenant.bbc")), new Findings());
        assertEquals(
                first.program()
                        .tenants()
                        .getFirst()
                        .block("container", "web")
                        .orElseThrow()
                        .value("env"),
                again.program()
                        .tenants()
                        .getFirst()
                        .block("container", "web")
                        .orElseThrow()
                        .value("env"));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.web.place, localhost",
        "acme.web.attach.front.ipv4, ''",
        "acme.web.cpu.cores, 1",
        "acme.web.env, []",
        "acme.web.tasks, none"
    })
    void aFieldIsItsValue(String name, String value) {
        Compilation compilation =
                tenant("network front { }\ncontainer web { memory { limit = 64MiB }; attach front { } }");
        String shown = new Show(compilation, false).named(name);
        assertTrue(shown.endsWith("\n"), shown);
        if (!value.isEmpty()) {
            assertEquals(value + "\n", shown);
        } else {
            assertTrue(shown.matches("[0-9.]+\n"), shown);
        }
    }

    @Test
    void allocatedValuesAreMarked() {
        String web = "container web { memory { limit = 64MiB }; attach front { }; publish tcp auto -> 80 }";
        String shown = new Show(tenant("network front { }\n" + web), false).named("acme.web");
        assertTrue(shown.contains("    place = localhost  # auto\n"), shown);
        assertTrue(shown.matches("(?s).*      ipv4 = dhcp  # [0-9.]+\n.*"), shown);
        assertTrue(shown.matches("(?s).*    publish tcp [0-9]+ -> 80 \\{ \\}  # host: auto\n.*"), shown);
    }

    @ParameterizedTest
    @CsvSource({
        "acne, 'unknown tenant `acne`; the nearest is `acme`'",
        "acme.wbe, 'unknown field `wbe` of tenant acme; the nearest is `web`'",
        "acme.web.memroy, 'unknown field `memroy` of container acme.web; known are'"
    })
    void anUnknownNameHasTheNearest(String name, String message) {
        Show show = new Show(tenant("container web { memory { limit = 64MiB } }"), false);
        String thrown =
                assertThrows(EnvironmentFault.class, () -> show.named(name)).getMessage();
        assertTrue(thrown.startsWith(message.substring(0, Math.min(30, message.length()))), thrown);
    }

    /** A block with a mistake is shown, too: its invalid fields are comments. */
    @Test
    void invalidFieldsAreComments() {
        Findings findings = new Findings();
        Compilation compilation = compiled(
                Map.of("tenants/acme/a.bbc", "tenant acme { container web { memory { limit = 1MiB } } }\n"), findings);
        assertTrue(findings.hasErrors());
        String shown = new Show(compilation, false).named("acme.web");
        assertTrue(shown.contains("      # limit: invalid\n"), shown);
    }
}
