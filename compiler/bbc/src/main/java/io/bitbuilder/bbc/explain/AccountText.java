package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts as text. Every string of an input is made printable. */
public final class AccountText {
    private static final int ROLE = 12;

    private final SourcePaths paths;
    private final StringBuilder out = new StringBuilder();

    private AccountText(UnaryOperator<String> shown) {
        this.paths = new SourcePaths(shown);
    }

    /**
     * Returns the account of a field, and the lines that it produced. {@code shown} maps paths of sources to displayed
     * ones.
     */
    public static String of(FieldAccount account, List<FieldLines> lines, UnaryOperator<String> shown) {
        AccountText text = new AccountText(shown);
        text.field(account);
        for (FieldLines part : lines) {
            text.line(
                    "", part.through().isEmpty() ? "lines" : "lines through " + String.join(", ", part.through()), "");
            part.lines().forEach(l -> text.line("  ", place(l), l.text().strip()));
        }
        return text.out.toString();
    }

    /** Returns the account of a line. */
    public static String of(LineAccount account, UnaryOperator<String> shown) {
        AccountText text = new AccountText(shown);
        text.line("", place(account.line()), account.line().text().strip());
        text.source(account.source());
        account.how().ifPresent(how -> text.line("", "how", how));
        return text.out.toString();
    }

    private void source(LineSource source) {
        switch (source) {
            case LineSource.OfField(FieldAccount account) -> field(account);
            case LineSource.OfBlock(String kind, String name, Span opened) ->
                line("", "follows from " + kind + " " + name, paths.place(opened));
            case LineSource.Banner b ->
                line("", "fixed", "the first line of every generated file, which names its owner");
            case LineSource.Header(String section) ->
                line("", "fixed", "header of section [" + section + "], for the lines below it");
            case LineSource.Fixed(String why) -> line("", "fixed", "bbc always passes this argument: " + why);
            case LineSource.Layout(Optional<String> template) ->
                line("", "fixed", template.map(t -> "layout, " + t).orElse("layout of the format"));
            case LineSource.Runtime(String file) -> line("", "fixed", "host runtime, " + file);
        }
    }

    private void field(FieldAccount account) {
        out.append(TerminalEscapes.ascii(account.name()))
                .append(account.value()
                        .map(v -> " = " + TerminalEscapes.ascii(v))
                        .orElse(": no value"))
                .append('\n');
        account.writers().forEach(this::writer);
        line("", "why", account.why());
    }

    private void writer(FieldWriter writer) {
        String role = writer.role().word();
        String place =
                writer.cause().place().map(span -> paths.place(span) + " ").orElse("");
        String title =
                place.isEmpty() ? writer.cause().title() : "(" + writer.cause().title() + ")";
        out.append("  ")
                .append(role)
                .append(" ".repeat(ROLE - role.length()))
                .append(TerminalEscapes.ascii(place + title));
        out.append(writer.text().isEmpty() ? "" : ": " + TerminalEscapes.ascii(writer.text()))
                .append('\n');
        writer.exclusion()
                .ifPresent(e -> out.append(" ".repeat(ROLE + 2))
                        .append("because ")
                        .append(TerminalEscapes.ascii(e.sentence()))
                        .append(e.at().map(at -> " (" + TerminalEscapes.ascii(paths.place(at)) + ")")
                                .orElse(""))
                        .append('\n'));
        writer.reads()
                .forEach(r -> out.append(" ".repeat(ROLE + 2))
                        .append("reads ")
                        .append(TerminalEscapes.ascii(r.name()))
                        .append(r.value()
                                .map(v -> " = " + TerminalEscapes.ascii(v))
                                .orElse(": no value"))
                        .append('\n'));
    }

    private void line(String indent, String head, String rest) {
        out.append(indent)
                .append(TerminalEscapes.ascii(head))
                .append(':')
                .append(rest.isEmpty() ? "" : " " + TerminalEscapes.ascii(rest))
                .append('\n');
    }

    private static String place(OutputLine line) {
        return line.path() + ":" + line.line();
    }
}
