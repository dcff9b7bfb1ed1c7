package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/kinds.md} agrees with the declarations of {@code stdlib/kinds}; {@code -Dbbc.bless=true} rewrites it. */
class KindsReferenceTest {
    private static final Path ROOT = Repository.path("");
    private static final List<String> FILES =
            List.of("platform.bbc", "tenant.bbc", "workload.bbc", "between.bbc", "raw.bbc");

    @Test
    void theReferenceListsTheDeclaredKinds() throws IOException {
        String generated = reference();
        Path page = ROOT.resolve("docs/kinds.md");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(page, generated);
        }
        assertEquals(
                Files.readString(page),
                generated,
                "docs/kinds.md is out of date: see docs/testing.md for how to bless");
    }

    private static String reference() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Kinds

                Generated from `stdlib/kinds/*.bbc`; edit those. A field with a directive is that directive: its value
                is written to the file and section that are named, and nothing else writes it there. [raw](raw.md)
                says which other directives can be set.
                """);
        for (String file : FILES) {
            String text = Files.readString(ROOT.resolve("stdlib/kinds").resolve(file));
            Findings findings = new Findings();
            List<Decl> decls = Parser.parse(new SourceFile("kinds/" + file, Owner.STD, text), findings)
                    .decls();
            assertFalse(findings.hasErrors(), () -> findings.sorted().toString());
            decls.forEach(decl -> write(page, decl));
        }
        return page.toString();
    }

    private static void write(StringBuilder page, Decl decl) {
        switch (decl) {
            case Decl.Kind kind -> writeKind(page, kind);
            case Decl.EnumType e ->
                page.append("\n## enum ")
                        .append(e.name())
                        .append("\n\n")
                        .append(e.ordered() ? "From least to most: " : "")
                        .append(e.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", ")))
                        .append("\n");
            default -> throw new AssertionError("kinds and enums only: " + decl);
        }
    }

    private static void writeKind(StringBuilder page, Decl.Kind kind) {
        page.append("\n## ").append(kind.name());
        if (!kind.in().isEmpty()) {
            page.append(" in ").append(kind.in().stream().map(Name::text).collect(Collectors.joining(", ")));
        }
        page.append("\n\n")
                .append(kind.doc().orElseThrow(() -> new AssertionError(kind.name() + " has no documentation")))
                .append("\n");
        if (!kind.form().isEmpty()) {
            page.append("\nWritten `")
                    .append(kind.name().text().toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(names(kind.form()))
                    .append(" -> ")
                    .append(names(kind.formTarget()))
                    .append("`.\n");
        }
        List<String> rows = new ArrayList<>();
        rows(rows, "", kind.members());
        page.append("\n| field | type | default | directive | |\n|---|---|---|---|---|\n");
        rows.forEach(row -> page.append(row).append('\n'));
    }

    private static String names(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining(" "));
    }

    private static void rows(List<String> rows, String prefix, List<Decl.KindMember> members) {
        for (Decl.KindMember member : members) {
            String name = prefix + member.name();
            if (member.type() instanceof TypeExpr.Block block) {
                rows.add(row(name, block.optional() ? "block?" : "block", Optional.empty(), List.of(), member.doc()));
                rows(rows, name + ".", block.members());
            } else {
                rows.add(row(
                        name,
                        text(member.type().span().text()),
                        member.value().map(v -> text(v.span().text())),
                        member.writes(),
                        member.doc()));
            }
        }
    }

    private static String row(
            String name, String type, Optional<String> value, List<Name> writes, Optional<String> doc) {
        return "| `" + name + "` | `" + type + "` | "
                + value.map(v -> "`" + v + "`").orElse("") + " | "
                + writes.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", ")) + " | " + doc.orElse("")
                + " |";
    }

    private static String text(String source) {
        return source.strip().replaceAll("\\s+", " ");
    }
}
