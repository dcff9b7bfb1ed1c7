package io.bitbuilder.systemd.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.bitbuilder.core.scalar.Parsed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar events; systemd's answers about more of them are recorded with the timers. */
class CalendarsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily",
                "Mon",
                "Mon,Wed..Fri 9..17:0/15",
                "*-*-* *:*:0/0.5",
                "25-01-01",
                "*-*~1",
                "2025-01-01 UTC",
                "00:00 Europe/Berlin",
                "@1234",
                "Mon,",
                "*:0..30/10"
            })
    void eventsAreAccepted(String text) {
        assertInstanceOf(Parsed.Good.class, CalendarEvents.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "foo",
                "Fri..Mon",
                "Mon..",
                "mond",
                "*-13-1",
                "24:00",
                "*:0/0",
                "*:30..0",
                "*:0/60",
                "*-*~29",
                "2200-1-1",
                "1969-1-1",
                "12",
                "@-1",
                "00:00 Foo/Bar",
                "2025-01-01T00:00"
            })
    void otherStringsAreRefused(String text) {
        assertInstanceOf(Parsed.Bad.class, CalendarEvents.parse(text));
    }

    @Test
    void aDateOnAnotherDayOfTheWeekNeverComes() {
        assertEquals(Optional.of(DayOfWeek.WEDNESDAY), conflict("Mon 2025-01-01"));
        assertEquals(Optional.empty(), conflict("Wed 2025-01-01"));
        assertEquals(Optional.empty(), conflict("Mon 2025-01-01..03"));
        assertEquals(Optional.empty(), conflict("Mon 2025-02-30"));
    }

    @Property
    void everyDayIsAnEventOnItsOwnDayOfTheWeek(@ForAll @IntRange(min = 0, max = 80_000) int days) {
        LocalDate date = LocalDate.ofEpochDay(days);
        assertEquals(Optional.empty(), conflict(date.getDayOfWeek().name().substring(0, 3) + " " + date));
        assertEquals(
                Optional.of(date.getDayOfWeek()), conflict(date.getDayOfWeek().plus(1) + " " + date));
    }

    private static Optional<DayOfWeek> conflict(String text) {
        return CalendarEvents.parse(text).toOptional().orElseThrow().conflict();
    }
}
