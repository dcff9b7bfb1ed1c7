package io.bitbuilder.systemd.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the numbers of a calendar event: {@code *}, or parts {@code start..stop/repeat} between commas. */
final class CalendarChain {
    private static final int MAX_PARTS = 241;
    private static final long SECOND = TimeSpans.SECOND;

    /** The last second of the year 2199. */
    private static final BigInteger LAST = BigInteger.valueOf(7_258_118_399L);

    private final String text;
    private int at;

    CalendarChain(String text) {
        this.text = text;
    }

    /**
     * One part.
     *
     * @param stop -1 when there is none
     * @param repeat 0 when it does not repeat
     */
    record Part(long start, long stop, long repeat) {

        /**
         * Returns the part as systemd keeps it: a range ends where the last repetition falls, and one that never
         * repeats is a single number.
         */
        private Part normal() {
            long end = stop > start && repeat > 0 ? stop - (stop - start) % repeat : stop;
            boolean once = end > start && repeat > 0 && start + repeat > end || start == end;
            return once ? new Part(start, -1, 0) : new Part(start, end, repeat);
        }

        /** Returns the part with years of two digits completed: 70 to 99 are of the last century. */
        Part withCentury() {
            return new Part(century(start), century(stop), repeat);
        }

        private static long century(long year) {
            return year < 0 || year > 99 ? year : year < 70 ? year + 2000 : year + 1900;
        }

        private boolean valid(long from, long to, boolean fromEnd) {
            if (start < from || start > to || repeat > to - from) {
                return false;
            }
            if (stop >= 0) {
                return stop >= from && stop <= to && start + repeat <= stop;
            }
            return fromEnd ? start - repeat >= from : start + repeat <= to;
        }
    }

    /**
     * Returns whether every part is in the range and has a value; counted from the end of a month the last three days
     * are out.
     */
    static boolean valid(List<Part> parts, long from, long to, boolean endOfMonth) {
        return parts.stream().map(Part::normal).allMatch(p -> p.valid(from, endOfMonth ? to - 3 : to, endOfMonth));
    }

    /** Returns whether the part is one number. */
    static boolean isSingle(List<Part> parts) {
        return parts.stream().map(Part::normal).distinct().count() == 1
                && parts.getFirst().normal().repeat() == 0
                && parts.getFirst().normal().stop() < 0;
    }

    /** Returns the parts at this position; an empty list for {@code *}, nothing when they are invalid. */
    Optional<List<Part>> chain(boolean seconds) {
        if (take('*')) {
            return Optional.of(List.of());
        }
        List<Part> parts = new ArrayList<>();
        do {
            Optional<Part> part = parts.size() == MAX_PARTS ? Optional.empty() : part(seconds);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        } while (take(','));
        return Optional.of(parts);
    }

    private Optional<Part> part(boolean seconds) {
        long start = number(seconds);
        long stop = -1;
        long repeat = 0;
        if (start < 0) {
            return Optional.empty();
        }
        if (text.startsWith("..", at)) {
            at += 2;
            stop = number(seconds);
            repeat = seconds ? SECOND : 1;
            if (stop < 0) {
                return Optional.empty();
            }
        }
        if (take('/')) {
            repeat = number(seconds);
            if (repeat <= 0) {
                return Optional.empty();
            }
        } else if (seconds && stop >= 0 && start + repeat > stop) {
            return Optional.empty();
        }
        return atEnd() || " ,-~:".indexOf(peek()) >= 0 ? Optional.of(new Part(start, stop, repeat)) : Optional.empty();
    }

    /** Returns a number of at most 31 bits, seconds in microseconds; -1 when there is no number. */
    private long number(boolean seconds) {
        int end = digits(at);
        if (end == at || end - at > 18) {
            return -1;
        }
        long value = Long.parseLong(text.substring(at, end));
        if (seconds) {
            value = value > Integer.MAX_VALUE ? value : value * SECOND;
            if (text.startsWith(".", end) && !text.startsWith("..", end)) {
                int first = end + 1;
                end = digits(first);
                if (end == first) {
                    return -1;
                }
                value += micros(text.substring(first, end));
            }
        }
        at = end;
        return value > Integer.MAX_VALUE ? -1 : value;
    }

    private static long micros(String digits) {
        long value = Long.parseLong((digits + "000000").substring(0, 6));
        return digits.length() > 6 && digits.charAt(6) >= '5' ? value + 1 : value;
    }

    /** Reads seconds since the epoch. */
    boolean timestamp() {
        NumberPrefix read = NumberPrefix.read(text, at, 10);
        boolean good =
                read.end() > at && read.value().signum() >= 0 && read.value().compareTo(LAST) <= 0;
        at = read.end();
        return good;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && NumberPrefix.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        return end;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Returns the character here; a zero at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    boolean take(char c) {
        boolean there = peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    boolean take(String word) {
        boolean there = text.regionMatches(true, at, word, 0, word.length());
        at += there ? word.length() : 0;
        return there;
    }

    void skip(char c) {
        while (!atEnd() && peek() == c) {
            at++;
        }
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }
}
