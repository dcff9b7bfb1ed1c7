package io.bitbuilder.core.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Suggests the known word nearest to an unknown one ("did you mean"). */
public final class Suggestions {
    private static final int MIN_LENGTH = 3;
    private static final int MIN_LENGTH_OF_EDIT = 4;
    private static final int MAX_DISTANCE = 3;
    /** Longer words are never compared, so that the cost stays small. */
    private static final int MAX_LENGTH = 100;

    private Suggestions() {}

    /**
     * Returns the candidate with the least Damerau-Levenshtein distance (insert, delete, replace, transpose; case does
     * not count), if it is at most a third of the word's length and at most three; the first in order among equals.
     */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        return nearest(word, candidates).stream().findFirst();
    }

    /** Returns all candidates with that distance, in order. */
    public static SortedSet<String> nearest(String word, Collection<String> candidates) {
        SortedSet<String> found = new TreeSet<>();
        // Of one or two letters, one edit leaves nothing to recognize.
        if (word.length() < MIN_LENGTH || word.length() > MAX_LENGTH) {
            return found;
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        long letters = letters(wanted);
        int best = Math.min(MAX_DISTANCE, Math.max(1, word.length() / 3)) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) > MAX_DISTANCE) {
                continue;
            }
            String known = candidate.toLowerCase(Locale.ROOT);
            // One edit changes the set of letters by two at most, so most candidates need no comparison.
            if (Long.bitCount(letters ^ letters(known)) > 2 * best) {
                continue;
            }
            int distance = distance(wanted, known, best);
            if (distance < best) {
                best = distance;
                found.clear();
                found.add(candidate);
            } else if (distance == best && !found.isEmpty()) {
                found.add(candidate);
            }
        }
        return found;
    }

    /**
     * Returns whether at most one character in five differs. Extensions ({@code .service}) do not count, because names
     * of one type have them in common.
     */
    public static boolean isClose(String word, String other) {
        String a = stem(word);
        String b = stem(other);
        return distance(a, b) * 5 <= Math.max(a.length(), b.length());
    }

    /** Returns whether the word can only be a misspelling: one edit of four letters or more, or two of eight. */
    public static boolean isObvious(String word, String near) {
        int edits = distance(word.toLowerCase(Locale.ROOT), near.toLowerCase(Locale.ROOT));
        return edits * MIN_LENGTH_OF_EDIT <= Math.min(word.length(), near.length());
    }

    /** Returns whether a number of letters at most are inserted, deleted, replaced or swapped; case does not count. */
    public static boolean isNear(String word, String other, int letters) {
        return distance(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)) <= letters;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    }

    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << word.charAt(i);
        }
        return letters;
    }

    static int distance(String a, String b) {
        return distance(a, b, Integer.MAX_VALUE - 1);
    }

    /** Returns the distance, or any number above {@code most} when it is larger. */
    private static int distance(String a, String b, int most) {
        int[][] rows = new int[3][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int[] row = rows[i % 3];
            int least = Integer.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                row[j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
                least = Math.min(least, row[j]);
            }
            // A transposition reaches back two rows, at the price of one.
            if (least > most + 1) {
                return least;
            }
        }
        return rows[a.length() % 3][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        int[] above = rows[(i + 2) % 3];
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(above[j - 1] + cost, Math.min(above[j], rows[i % 3][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[(i + 1) % 3][j - 2] + 1) : least;
    }
}
