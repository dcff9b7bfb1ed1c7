package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Points in time that come again: {@code Mon *-*-1..7 04:00} (systemd.time(7), "Calendar Events"). */
public final class CalendarEvents {
    private static final Set<String> WORDS = Set.of(
            "minutely",
            "hourly",
            "daily",
            "monthly",
            "annually",
            "yearly",
            "anually",
            "weekly",
            "quarterly",
            "biannually",
            "bi-annually",
            "semiannually",
            "semi-annually");
    private static final String UTC = " utc";

    /**
     * Parsed event.
     *
     * @param weekdays the days of the week of the event; empty for every day
     * @param day the day, when it is one single day
     */
    public record Event(Set<DayOfWeek> weekdays, Optional<LocalDate> day) {

        /** Returns the day of the week of its only date when it is not one of its weekdays: the event never occurs. */
        public Optional<DayOfWeek> conflict() {
            return day.map(LocalDate::getDayOfWeek).filter(d -> !weekdays.isEmpty() && !weekdays.contains(d));
        }
    }

    private CalendarEvents() {}

    /** Returns the event, or the reason why the string is invalid. Time zones are those of the Java runtime. */
    public static Parsed<Event> parse(String text) {
        String bare = withoutZone(text);
        if (WORDS.contains(bare.toLowerCase(Locale.ROOT))) {
            return Parsed.good(new Event(Set.of(), Optional.empty()));
        }
        return bare.isEmpty()
                ? none(text)
                : new Reader(bare).read().map(Parsed::good).orElseGet(() -> none(text));
    }

    /** Returns whether the string is a zone of the time zone database. */
    public static boolean isZone(String name) {
        return name.equals("UTC") || ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/");
    }

    private static String withoutZone(String text) {
        if (text.toLowerCase(Locale.ROOT).endsWith(UTC)) {
            return text.substring(0, text.length() - UTC.length());
        }
        int space = text.lastIndexOf(' ');
        return space >= 0 && isZone(text.substring(space + 1)) ? text.substring(0, space) : text;
    }

    private static Parsed<Event> none(String text) {
        return Parsed.bad(Reason.invalid("calendar event", text));
    }

    /** Reads the part before the time zone: days of the week, a date, a time, each optional. */
    private static final class Reader {
        private static final long SECOND = TimeSpans.SECOND;

        private final CalendarChain in;
        private boolean endOfMonth;
        private List<CalendarChain.Part> year = List.of();
        private List<CalendarChain.Part> month = List.of();
        private List<CalendarChain.Part> day = List.of();

        Reader(String text) {
            in = new CalendarChain(text);
        }

        Optional<Event> read() {
            Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
            if (!Weekdays.read(in, weekdays) || !date() || !valid()) {
                return Optional.empty();
            }
            return Optional.of(new Event(weekdays.size() == 7 ? Set.of() : weekdays, single()));
        }

        private boolean date() {
            if (in.atEnd()) {
                return true;
            }
            if (in.take('@')) {
                return in.timestamp() && in.atEnd();
            }
            int start = in.position();
            Optional<List<CalendarChain.Part>> first = in.chain(false);
            if (first.isEmpty()) {
                return false;
            }
            if (in.atEnd() || in.peek() == ':') {
                in.back(start);
                return time();
            }
            Optional<List<CalendarChain.Part>> second = separator() ? in.chain(false) : Optional.empty();
            if (second.isEmpty()) {
                return false;
            }
            if (in.atEnd() || in.peek() == ' ') {
                month = first.get();
                day = second.get();
            } else {
                Optional<List<CalendarChain.Part>> third =
                        !endOfMonth && separator() ? in.chain(false) : Optional.empty();
                if (third.isEmpty() || !in.atEnd() && in.peek() != ' ') {
                    return false;
                }
                year = first.get();
                month = second.get();
                day = third.get();
            }
            in.skip(' ');
            return time();
        }

        private boolean separator() {
            if (in.take('~')) {
                endOfMonth = true;
                return true;
            }
            return in.take('-');
        }

        private boolean time() {
            if (in.atEnd()) {
                return true;
            }
            boolean hour = in.chain(false)
                    .filter(c -> CalendarChain.valid(c, 0, 23, false))
                    .isPresent();
            boolean minute = hour
                    && in.take(':')
                    && in.chain(false)
                            .filter(c -> CalendarChain.valid(c, 0, 59, false))
                            .isPresent();
            if (!minute || in.atEnd()) {
                return minute;
            }
            return in.take(':')
                    && in.chain(true)
                            .filter(c -> CalendarChain.valid(c, 0, 60 * SECOND - 1, false))
                            .isPresent()
                    && in.atEnd();
        }

        private boolean valid() {
            year = year.stream().map(CalendarChain.Part::withCentury).toList();
            return CalendarChain.valid(year, 1970, 2199, false)
                    && CalendarChain.valid(month, 1, 12, false)
                    && CalendarChain.valid(day, 1, 31, endOfMonth && !day.isEmpty());
        }

        private Optional<LocalDate> single() {
            if (endOfMonth
                    || !CalendarChain.isSingle(year)
                    || !CalendarChain.isSingle(month)
                    || !CalendarChain.isSingle(day)) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.of(
                        (int) year.getFirst().start(), (int) month.getFirst().start(), (int)
                                day.getFirst().start()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
