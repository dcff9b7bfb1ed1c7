package io.bitbuilder.bbc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a word of the command line to the constant of that name, in either case of letters. */
record Words<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    @Override
    public E convert(String word) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
            known.add(constant.name().toLowerCase(Locale.ROOT));
        }
        String last = known.removeLast();
        String others = known.isEmpty() ? "" : String.join(", ", known) + " or ";
        throw new TypeConversionException("expected " + others + last + ", not '" + word + "'");
    }
}
