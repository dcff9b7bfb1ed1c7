package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.eval.DirectiveText;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.fleet.ProtoPort;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.RawTarget;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Conversions of values to the types of record components. */
final class Conversions {
    private Conversions() {}

    /** Conversion to the type of a component. */
    interface Conversion {
        /** Returns the Java value; the type of the value has been checked against the field. */
        Object apply(Value value);
    }

    /** Returns the conversion for a component of a type. */
    static Conversion of(Type type) {
        return switch (type) {
            case ParameterizedType p when p.getRawType() == Optional.class -> of(p.getActualTypeArguments()[0]);
            case ParameterizedType p when p.getRawType() == List.class -> list(of(p.getActualTypeArguments()[0]));
            case ParameterizedType p when p.getRawType() == Set.class -> set(of(p.getActualTypeArguments()[0]));
            case ParameterizedType p when p.getRawType() == Map.class -> map(of(p.getActualTypeArguments()[1]));
            case Class<?> c when c == int.class -> value -> Math.toIntExact((Long) scalar(value));
            case Class<?> c when c == String.class -> ValueFormatter::text;
            case Class<?> c when c == ImageSource.class -> Conversions::image;
            case Class<?> c when c == Raw.Lines.class -> Conversions::lines;
            case Class<?> c when c == RawTarget.class -> value -> RawTarget.of(ValueFormatter.text(value));
            case Class<?> c when c == ProtoPort.class -> Conversions::protoPort;
            case Class<?> c when c.isEnum() -> value -> constant(c, ValueFormatter.text(value));
            default -> Conversions::scalar;
        };
    }

    static Object scalar(Value value) {
        return value instanceof Value.Scalar(Object of) ? of : ValueFormatter.text(value);
    }

    private static Conversion list(Conversion element) {
        return value -> elements(value).stream().map(element::apply).toList();
    }

    private static Conversion set(Conversion element) {
        return value -> {
            Set<Object> all = new LinkedHashSet<>();
            elements(value).forEach(v -> all.add(element.apply(v)));
            return Collections.unmodifiableSet(all);
        };
    }

    private static Conversion map(Conversion element) {
        return value -> {
            SortedMap<String, Object> all = new TreeMap<>();
            if (value instanceof Value.Entries(var entries)) {
                entries.forEach((k, v) -> all.put(k, element.apply(v)));
            }
            return Collections.unmodifiableSortedMap(all);
        };
    }

    private static List<Value> elements(Value value) {
        return switch (value) {
            case Value.Items(var items) -> items;
            case Value.Members(var members) -> members;
            default -> List.of(value);
        };
    }

    private static Object image(Value value) {
        if (!(value instanceof Value.Constructed(String format, Value path))) {
            throw new IllegalStateException("not an image: " + ValueFormatter.text(value));
        }
        return new ImageSource(ImageSource.Format.valueOf(format.toUpperCase(Locale.ROOT)), ValueFormatter.text(path));
    }

    private static Object lines(Value value) {
        if (!(value instanceof Value.Scalar(DirectiveText text))) {
            throw new IllegalStateException("not a directive text: " + ValueFormatter.text(value));
        }
        return new Raw.Lines(
                text.lines().stream().map(l -> new Raw.Line(l.text(), l.at())).toList(), text.span());
    }

    private static Object protoPort(Value value) {
        if (!(value instanceof Value.Constructed(String proto, Value.Scalar(Long port)))) {
            throw new IllegalStateException("not a port of a protocol: " + ValueFormatter.text(value));
        }
        return new ProtoPort(Proto.valueOf(proto.toUpperCase(Locale.ROOT)), Math.toIntExact(port));
    }

    /** Returns the constant of a word: upper case, {@code -} as {@code _}. */
    static Object constant(Class<?> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no " + name));
    }
}
