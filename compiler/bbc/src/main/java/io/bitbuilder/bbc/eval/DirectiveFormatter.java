package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.Rate;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import io.bitbuilder.core.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats values of the language in systemd's notation (systemd.syntax(7), systemd.time(7)). */
final class DirectiveFormatter {
    private DirectiveFormatter() {}

    /**
     * Returns the lines of a single value or a non-empty list; empty for a value without a notation in systemd.
     *
     * @param places those of the elements of a list
     */
    static Optional<DirectiveText> of(Value value, Span span, Places places) {
        List<Value> items = value instanceof Value.Items(var all) ? all : List.of(value);
        List<DirectiveText.Line> lines = new ArrayList<>();
        for (Value item : items) {
            Optional<String> line = item instanceof Value.Scalar(Object of) ? line(of) : Optional.empty();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add(new DirectiveText.Line(line.get(), places.of(item).orElse(span)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new DirectiveText(lines, span));
    }

    private static Optional<String> line(Object of) {
        return switch (of) {
            case String s -> Optional.of(s);
            case Boolean b -> Optional.of(b ? "yes" : "no");
            case Long n -> Optional.of(n.toString());
            case BigDecimal d -> Optional.of(d.toPlainString());
            case Size s -> Optional.of(s.toSystemd());
            case Rate r -> Optional.of(Long.toString(r.bitsPerSecond()));
            case TimeSpan t -> Optional.of(t.toString());
            case Percent p -> Optional.of(p.toString());
            case Address a -> Optional.of(a.toString());
            case Subnet s -> Optional.of(s.toString());
            case InterfaceAddress a -> Optional.of(a.toString());
            case Mac m -> Optional.of(m.toString());
            default -> Optional.empty();
        };
    }
}
