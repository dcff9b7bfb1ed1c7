package io.bitbuilder.bbc.eval;

import java.util.Comparator;
import java.util.stream.Collectors;

/** Text and order of values. */
public final class Values {
    /** By text, with numbers by their size. */
    public static final Comparator<Value> ORDER = Values::compare;

    private Values() {}

    /** The value as a program would write it, without quotes. */
    public static String text(Value value) {
        return switch (value) {
            case Value.Scalar(Object of) -> of.toString();
            case Value.Word w -> w.word();
            case Value.Ref r -> r.name();
            case Value.Items(var items) -> items.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
            case Value.Members(var members) -> members.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
            case Value.Entries(var entries) -> entries.entrySet().stream()
                    .map(e -> e.getKey() + " = " + text(e.getValue()))
                    .collect(Collectors.joining("; ", "{ ", " }"));
            case Value.Made m -> m.function() + "(" + quoted(m.argument()) + ")";
            case Value.Place(Entity of) -> of.title();
            case Value.Late late -> late.claim();
            case Value.Auto a -> "auto";
            case Value.None n -> "none";
            case Value.Error e -> "error";
        };
    }

    /** The value as a program would write it; texts in quotes. */
    public static String quoted(Value value) {
        return value instanceof Value.Scalar(String s) ? '"' + s + '"' : text(value);
    }

    /** True when the value says nothing more: an error, or one that waits. */
    public static boolean isOpen(Value value) {
        return value instanceof Value.Error || value instanceof Value.Late;
    }

    /** Of values of which one is open: an error before what waits. */
    public static Value firstOpen(Value a, Value b) {
        return a instanceof Value.Error || !isOpen(b) ? a : b;
    }

    private static int compare(Value a, Value b) {
        if (a instanceof Value.Scalar(Long x) && b instanceof Value.Scalar(Long y)) {
            return x.compareTo(y);
        }
        return text(a).compareTo(text(b));
    }
}
