package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.format.Formatter;
import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks as a program that declares them, in the style of {@code bbc fmt}: what it prints can be compiled again. */
final class ShownText {
    private static final String AUTO = "auto";

    private final Schema schema;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private ShownText(Schema schema) {
        this.schema = schema;
    }

    /** Returns the program of a block, within the headers of the blocks around it. */
    static String of(Block block, Schema schema) {
        ShownText text = new ShownText(schema);
        List<Block> around = new ArrayList<>();
        for (Optional<Block> up = block.parent(); up.isPresent(); up = up.get().parent()) {
            around.addFirst(up.get());
        }
        around.forEach(outer -> text.open(text.header(ShownBlock.of(outer, schema)), ""));
        text.block(ShownBlock.of(block, schema));
        around.forEach(outer -> text.close());
        return formatted(text.out.toString());
    }

    private static String formatted(String program) {
        SourceFile file = new SourceFile("show.bbc", new Owner.Platform(), program);
        return Formatter.format(file, Limits.DEFAULT, new Findings()).orElse(program);
    }

    private void block(ShownBlock shown) {
        String comment = comment(shown);
        Optional<Field> entries = shown.kind().entries(shown.key());
        if (entries.isPresent()) {
            open(header(shown), comment);
            shown.parts().stream()
                    .filter(part -> part instanceof ShownBlock.FieldPart field
                            && field.field().equals(entries.get()))
                    .map(ShownBlock.FieldPart.class::cast)
                    .forEach(this::entryLines);
            close();
            return;
        }
        List<ShownBlock.Part> parts = shown.parts().stream()
                .filter(part -> !(part instanceof ShownBlock.FieldPart field
                        && shown.key().contains(field.name())))
                .toList();
        body(header(shown), comment, parts);
    }

    private void body(String header, String comment, List<ShownBlock.Part> parts) {
        if (parts.stream()
                .allMatch(part -> part instanceof ShownBlock.BlocksPart blocks
                        && blocks.blocks().isEmpty())) {
            line(header + " { }", comment);
            return;
        }
        open(header, comment);
        parts.forEach(this::part);
        close();
    }

    private void part(ShownBlock.Part part) {
        switch (part) {
            case ShownBlock.FieldPart field -> field(field);
            case ShownBlock.NestedPart nested when !nested.present() -> line("# no " + nested.name(), "");
            case ShownBlock.NestedPart nested -> body(nested.name(), "", nested.parts());
            case ShownBlock.BlocksPart blocks -> blocks.blocks().forEach(this::block);
        }
    }

    private void field(ShownBlock.FieldPart field) {
        Type type = field.field().type();
        if (field.value() instanceof Value.Error) {
            line("# " + field.name() + ": invalid", "");
        } else if (field.isDefault()) {
            // As a statement it could be a mistake: some fields are useless without others.
            line("# " + field.name() + " = " + value(field), "");
        } else if (field.value() instanceof Value.Entries(var entries)
                && !entries.isEmpty()
                && entries.keySet().stream().allMatch(Lexical::isName)) {
            open(field.name(), "");
            entryLines(field);
            close();
        } else if (field.request().isPresent() && !(field.request().get() instanceof Value.Auto)) {
            // The request decides how the address reaches the guest; the address alone would be static.
            line(field.name() + " = " + Notation.of(field.request().get(), type), value(field));
        } else {
            line(field.name() + " = " + value(field), field.request().isPresent() ? AUTO : "");
        }
    }

    private static String value(ShownBlock.FieldPart field) {
        return Notation.of(field.value(), field.field().type());
    }

    private void entryLines(ShownBlock.FieldPart field) {
        if (field.value() instanceof Value.Entries(var entries)) {
            for (Map.Entry<String, Value> entry : entries.entrySet()) {
                line(
                        Notation.entries(
                                Map.of(entry.getKey(), entry.getValue()),
                                Type.core(field.field().type()),
                                false),
                        "");
            }
        }
    }

    private String header(ShownBlock shown) {
        List<ShownBlock.FieldPart> key = shown.keyFields();
        List<String> target = shown.kind().keyNotation().target();
        StringBuilder header = new StringBuilder(shown.word());
        if (key.isEmpty()) {
            String name = shown.block().name();
            return header.append(' ')
                    .append(Lexical.isName(name) ? name : Lexical.quoted(name))
                    .toString();
        }
        for (ShownBlock.FieldPart field : key) {
            header.append(target.contains(field.name()) ? " -> " : " ").append(value(field));
        }
        return header.toString();
    }

    private static String comment(ShownBlock shown) {
        List<String> chosen = shown.keyFields().stream()
                .filter(field -> field.request().isPresent())
                .map(field -> field.name() + ": "
                        + ValueFormatter.text(field.request().orElseThrow()))
                .toList();
        return shown.isBuiltin() ? "built in" : String.join(", ", chosen);
    }

    private void open(String header, String comment) {
        line(header + " {", comment);
        depth++;
    }

    private void close() {
        depth--;
        line("}", "");
    }

    private void line(String text, String comment) {
        out.append("  ".repeat(depth)).append(text);
        out.append(comment.isEmpty() ? "" : "  # " + comment).append('\n');
    }
}
