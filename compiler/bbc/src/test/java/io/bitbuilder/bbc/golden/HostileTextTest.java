package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a tenant writes into a free text: it is refused with a place, or it changes that one value and nothing else.
 */
class HostileTextTest {
    private static final Tree PLAIN = compile("x").orElseThrow();

    @Property(tries = 300)
    void aStringIsOneValueOrAFinding(@ForAll("texts") String text) {
        Optional<Tree> tree = compile(text);
        if (tree.isEmpty()) {
            return;
        }
        assertEquals(paths(PLAIN), paths(tree.get()));
        for (TreeFile file : tree.get().files()) {
            if (!file.path().endsWith(".json")) {
                assertEquals(outline(PLAIN.bytes(file.path()).orElseThrow()), outline(file.bytes()), file.path());
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(
                "\n",
                "\r",
                "\0",
                "\\",
                "\"",
                "'",
                "%n",
                "$HOME",
                "${A}",
                "#",
                ";",
                " ",
                "\t",
                "[Exec]",
                "Bind=/",
                "\u2028",
                "\u202e",
                "\u0085",
                "\u00e9",
                "$x",
                "#set($a=1)",
                "{",
                "}",
                "=",
                ":",
                "\uD83D\uDE00");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        return Arbitraries.oneOf(nasty, any).list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    /** The tree of a tenant with that text in every free text it has; nothing when there are findings. */
    private static Optional<Tree> compile(String text) {
        String literal = '"'
                + text.codePoints()
                        .mapToObj(c -> "\\u{" + Integer.toHexString(c) + "}")
                        .collect(Collectors.joining())
                + '"';
        String program = """
                tenant evil {
                  id = %s
                  network lan { }
                  container web {
                    memory { limit = 64MiB }
                    attach lan { }
                    env { A = %s; B = "last" }
                  }
                }
                """.formatted(literal, literal);
        return compiled(program);
    }

    /** A string that a tenant may write literally: in systemd's own notation, without escapes. */
    @Property(tries = 300)
    void aRawStringIsOneValueOrAFinding(@ForAll("texts") String text) {
        String literal = '"'
                + text.codePoints()
                        .mapToObj(c -> "\\u{" + Integer.toHexString(c) + "}")
                        .collect(Collectors.joining())
                + '"';
        String program = """
                tenant evil {
                  network lan { raw "network/DHCPServer" { BootFilename = %s } }
                  container web { memory { limit = 64MiB }; attach lan { } }
                }
                """.formatted(literal);
        compiled(program).ifPresent(tree -> {
            TreeFile file = tree.files().stream()
                    .filter(f -> f.path().endsWith("/60-raw.conf"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "# bbc: tenant evil, do not edit\n[DHCPServer]\nBootFilename=" + text + "\n",
                    new String(file.bytes(), StandardCharsets.UTF_8));
        });
    }

    private static Optional<Tree> compiled(String program) {
        SourceFile file = new SourceFile("tenants/evil/tenant.bbc", new Owner.Tenant("evil"), program);
        Findings findings = new Findings();
        Compilation compilation =
                Compiler.compile(new SourceSet(List.of(file), List.of(), List.of()), AllocationMode.FREE, findings);
        assertTrue(compilation.tree().isPresent() != findings.hasErrors());
        return compilation.tree();
    }

    private static List<String> paths(Tree tree) {
        return tree.files().stream().map(TreeFile::path).toList();
    }

    /** The lines, without the value of the variable. */
    private static String outline(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.lines()
                .map(l -> l.matches("\\s*\"?systemd[.]setenv=A=.*") ? "systemd.setenv=A" : l)
                .map(l -> l.replaceAll("[0-9a-f]{64}", "digest"))
                .collect(Collectors.joining("\n"));
    }
}
