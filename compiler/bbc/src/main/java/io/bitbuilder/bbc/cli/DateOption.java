package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.scalar.CalendarDate;
import io.bitbuilder.core.scalar.Parsed;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --date}: bbc reads no clock, so that its verdict depends on its input only. */
final class DateOption {
    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = Converter.class,
            description = "Report waivers that have expired on this day, like 2027-02-01 (default: none expires).")
    private Optional<LocalDate> date = Optional.empty();

    Optional<LocalDate> date() {
        return date;
    }

    /** Reads a date of the command line. */
    static final class Converter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return switch (CalendarDate.parse(text)) {
                case Parsed.Good<LocalDate>(LocalDate day) -> day;
                case Parsed.Bad<LocalDate>(var reason) ->
                    throw new TypeConversionException("invalid date '" + text + "': " + reason.words());
            };
        }
    }
}
