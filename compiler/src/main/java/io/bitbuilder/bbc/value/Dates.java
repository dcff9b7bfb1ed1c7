package io.bitbuilder.bbc.value;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates of the calendar in the one form {@code 2027-01-31} (RFC 3339 full-date); text of a {@link LocalDate} is that form. */
public final class Dates {
    private Dates() {}

    /** The date, or why it is none; years are 1970 to 9999. */
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
            return Parsed.bad("there is no month " + month);
        }
        return day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Parsed.good(LocalDate.of(year, month, day))
                : Parsed.bad("that month has no day " + day);
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
