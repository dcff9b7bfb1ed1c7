package io.bitbuilder.bbc.format;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Block of a program that bbc writes, with its comments. Values are text of the language: strings of others come
 * through {@link Lexical}.
 */
public final class ProgramBlock {
    /** Columns up to which a block of fields alone is one line. */
    private static final int ONE_LINE = 76;

    /** Characters of a comment; the rest is counted. */
    private static final int COMMENT = 400;

    private final String header;
    private final List<Part> parts = new ArrayList<>();

    /** Line, comment or block in a block. */
    private sealed interface Part {}

    private record Line(String text) implements Part {}

    private record Comment(String text) implements Part {}

    private record Inner(ProgramBlock block) implements Part {}

    private ProgramBlock(String header) {
        this.header = header;
    }

    /** Returns a program without declarations. */
    public static ProgramBlock program() {
        return new ProgramBlock("");
    }

    /** Adds a block, {@code container web}; returns it. */
    public ProgramBlock block(String header) {
        ProgramBlock block = new ProgramBlock(header);
        parts.add(new Inner(block));
        return block;
    }

    /** Adds a block whose label is any string. */
    public ProgramBlock block(String word, String label) {
        return block(word + " " + (Lexical.isName(label) ? label : Lexical.quoted(label)));
    }

    /** Returns the first block with that header; adds it if there is none. */
    public ProgramBlock nested(String header) {
        return parts.stream()
                .filter(part -> part instanceof Inner inner && inner.block.header.equals(header))
                .map(part -> ((Inner) part).block)
                .findFirst()
                .orElseGet(() -> block(header));
    }

    /** Adds a field; the value is text of the language. */
    public void field(String name, String value) {
        parts.add(new Line(name + " = " + value));
    }

    /** Adds a statement as it is. */
    public void statement(String text) {
        parts.add(new Line(text));
    }

    /** Adds a comment; the string may be anything. */
    public void comment(String text) {
        String line = Lexical.comment(text);
        int more = line.length() - COMMENT;
        parts.add(new Comment("# " + (more > 0 ? line.substring(0, COMMENT) + " (" + more + " more)" : line)));
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the program in the style; empty if it exceeds a limit, which is a finding. */
    public Optional<String> text(Findings findings) {
        StringBuilder out = new StringBuilder();
        write(out, 0);
        SourceFile file = new SourceFile("tenant.bbc", Owner.PLATFORM, out.toString());
        return Formatter.format(file, Limits.DEFAULT, findings);
    }

    private void write(StringBuilder out, int depth) {
        String indent = "  ".repeat(depth);
        boolean first = true;
        for (Part part : parts) {
            switch (part) {
                case Line(String text) -> out.append(indent).append(text).append('\n');
                case Comment(String text) -> out.append(indent).append(text).append('\n');
                case Inner(ProgramBlock block) -> block.inner(out, depth, first);
            }
            first = false;
        }
    }

    private void inner(StringBuilder out, int depth, boolean first) {
        String indent = "  ".repeat(depth);
        Optional<String> line = oneLine().filter(text -> indent.length() + text.length() <= ONE_LINE);
        if (line.isPresent()) {
            out.append(indent).append(line.get()).append('\n');
            return;
        }
        // Blocks of a tenant are apart; those of a workload are its settings.
        out.append(depth == 1 && !first ? "\n" : "")
                .append(indent)
                .append(header)
                .append(" {\n");
        write(out, depth + 1);
        out.append(indent).append("}\n");
    }

    private Optional<String> oneLine() {
        if (parts.isEmpty()) {
            return Optional.of(header + " { }");
        }
        StringBuilder out = new StringBuilder(header).append(" {");
        String separator = " ";
        for (Part part : parts) {
            if (!(part instanceof Line(String text))) {
                return Optional.empty();
            }
            out.append(separator).append(text);
            separator = "; ";
        }
        return Optional.of(out.append(" }").toString());
    }
}
