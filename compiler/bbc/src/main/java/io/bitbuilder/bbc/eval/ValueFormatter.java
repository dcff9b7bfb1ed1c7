package io.bitbuilder.bbc.eval;

import java.util.Comparator;
import java.util.stream.Collectors;

/** Formats and compares values. */
public final class ValueFormatter {
    /** Order by text; numbers by magnitude. */
    public static final Comparator<Value> ORDER = ValueFormatter::compare;

    private ValueFormatter() {}

    /** Returns the value as a program would write it, without quotes. */
    public static String text(Value value) {
        return switch (value) {
            case Value.Scalar(Object of) -> of.toString();
            case Value.Word w -> w.word();
            case Value.Ref r -> r.name();
            case Value.Items(var items) ->
                items.stream().map(ValueFormatter::text).collect(Collectors.joining(", ", "[", "]"));
            case Value.Members(var members) ->
                members.stream().map(ValueFormatter::text).collect(Collectors.joining(", ", "[", "]"));
            case Value.Entries(var entries) ->
                entries.entrySet().stream()
                        .map(e -> e.getKey() + " = " + text(e.getValue()))
                        .collect(Collectors.joining("; ", "{ ", " }"));
            case Value.Constructed m -> m.function() + "(" + quoted(m.argument()) + ")";
            case Value.Place(Entity of) -> of.title();
            case Value.Late late -> late.claim();
            case Value.Auto a -> "auto";
            case Value.None n -> "none";
            case Value.Error e -> "error";
        };
    }

    /** Returns the value as a program would write it; strings in quotes. */
    public static String quoted(Value value) {
        return value instanceof Value.Scalar(String s) ? '"' + s + '"' : text(value);
    }

    /** Returns whether the value is unknown: an error, or waiting for the allocation. */
    public static boolean isOpen(Value value) {
        return value instanceof Value.Error || value instanceof Value.Late;
    }

    /** Returns the open one of two values; an error takes precedence over a late value. */
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
