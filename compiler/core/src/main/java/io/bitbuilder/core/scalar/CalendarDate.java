package io.bitbuilder.core.scalar;

import java.time.LocalDate;
import java.time.YearMonth;

/** Parses dates in the form {@code 2027-01-31} (RFC 3339 full-date), which is also the text of a {@link LocalDate}. */
public final class CalendarDate {
    private CalendarDate() {}

    /** Returns the date, or why it is invalid; years are 1970 to 9999. */
    public static Parsed<LocalDate> parse(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Parsed.bad("a date is written as 2027-01-31");
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 0 || month < 0 || day < 0) {
            return Parsed.bad("a date is written as 2027-01-31");
        }
        if (year < 1970) {
            return Parsed.bad("the year is before 1970");
        }
        if (month < 1 || month > 12) {
            return Parsed.bad("month " + month + " is out of range (expected 1..12)");
        }
        return day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Parsed.good(LocalDate.of(year, month, day))
                : Parsed.bad("day " + day + " is out of range for that month");
    }

    private static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            if (!Cursor.isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
