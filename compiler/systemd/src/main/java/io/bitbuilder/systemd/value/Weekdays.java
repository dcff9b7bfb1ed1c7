package io.bitbuilder.systemd.value;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/** Days of the week at the start of a calendar event: {@code Mon,Wed..Fri}. */
final class Weekdays {
    private Weekdays() {}

    /** Reads them and the blanks after them; false when they are invalid. An empty list is valid. */
    static boolean read(CalendarChain in, Set<DayOfWeek> days) {
        Optional<DayOfWeek> from = Optional.empty();
        for (boolean first = true; ; first = false) {
            Optional<DayOfWeek> day = day(in);
            if (day.isEmpty()) {
                return first;
            }
            if (!in.atEnd() && "-., ".indexOf(in.peek()) < 0
                    || from.isPresent() && from.get().compareTo(day.get()) > 0) {
                return false;
            }
            for (int d = from.orElse(day.get()).getValue(); d <= day.get().getValue(); d++) {
                days.add(DayOfWeek.of(d));
            }
            if (in.atEnd() || in.peek() == ' ') {
                in.skip(' ');
                return true;
            }
            if (in.take(',')) {
                from = Optional.empty();
            } else if (from.isPresent() || !in.take("..") && !in.take('-')) {
                return false;
            } else {
                from = day;
            }
            if (in.atEnd() || in.peek() == ' ') {
                in.skip(' ');
                return from.isEmpty();
            }
        }
    }

    private static Optional<DayOfWeek> day(CalendarChain in) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (in.take(day.name()) || in.take(day.name().substring(0, 3))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
