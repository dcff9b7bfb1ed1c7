package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements of a body one by one; what no tenant of the format has is refused on the way. */
final class BodyReading {
    private static final String PLAIN = "metadata.json has members and values only";

    private final Refusals refusals;

    /** What a body may hold. */
    interface Reader {
        /** Reads a field; the path is relative to the body that is read. */
        void field(String path, Stmt.Field field);

        /** Reads a block with a label, or one without that the format may not have. */
        void block(String path, Optional<String> label, Stmt.Entry entry, Body body);

        /** Returns whether a block without a label is an object of its own, whose fields have its path before them. */
        boolean isObject(String path);
    }

    BodyReading(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Reads a body. */
    void read(Body body, Reader reader) {
        read("", body, reader, new HashSet<>());
    }

    private void read(String prefix, Body body, Reader reader, Set<String> seen) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field field -> field(prefix, field, reader, seen);
                case Stmt.Entry entry -> entry(prefix, entry, reader, seen);
                case Stmt.Defaults s -> refuse(s, "defaults");
                case Stmt.Use s -> refuse(s, "use");
                case Stmt.Let s -> refuse(s, "let");
                case Stmt.If s -> refuse(s, "if");
                case Stmt.For s -> refuse(s, "for");
                case Stmt.Refused s -> refuse(s, s.construct());
            }
        }
    }

    private void field(String prefix, Stmt.Field field, Reader reader, Set<String> seen) {
        String path = prefix + field.path().stream().map(Name::text).collect(Collectors.joining("."));
        if (field.isFinal() || field.add()) {
            refuse(field, field.isFinal() ? "final" : "+=");
        } else if (!seen.add(path)) {
            refusals.add(field.span(), "duplicate field `" + path + "`", "a key of an object is unique");
        } else {
            reader.field(path, field);
        }
    }

    private void entry(String prefix, Stmt.Entry entry, Reader reader, Set<String> seen) {
        String path = prefix + entry.kind().text();
        Optional<Body> body = entry.body();
        if (entry.removed() || entry.target().isPresent() || entry.labels().size() > 1 || body.isEmpty()) {
            refuse(entry, entry.kind().text());
        } else if (entry.labels().isEmpty() && reader.isObject(path)) {
            reader.block(path, Optional.empty(), entry, body.get());
            read(path + ".", body.get(), reader, seen);
        } else {
            Optional<String> label = entry.labels().stream().findFirst().flatMap(this::label);
            if (label.isPresent() && !seen.add(path + " " + label.get())) {
                refusals.add(entry.span(), "duplicate block " + title(path, label), "a key of an object is unique");
            } else {
                reader.block(path, label, entry, body.get());
            }
        }
    }

    private Optional<String> label(Stmt.Label label) {
        if (label.value() instanceof Expr.NameRef name && !label.computed()) {
            return Optional.of(name.name());
        }
        if (label.value() instanceof Expr.Text text) {
            return Optional.of(text.value());
        }
        refusals.add(label.span(), "label `" + label.span().text() + "` is outside format 1.0", PLAIN);
        return Optional.empty();
    }

    /** Returns the name of a block for a message. */
    static String title(String path, Optional<String> label) {
        return "`" + path + label.map(name -> " " + name).orElse("") + "`";
    }

    private void refuse(Stmt stmt, String construct) {
        refusals.add(stmt.span(), "`" + construct + "` is outside format 1.0", PLAIN);
    }
}
