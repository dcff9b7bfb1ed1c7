package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a string into words as systemd does everywhere (systemd.syntax(7), "Quoting"): at blanks or other separators,
 * with the quotes and escape sequences that the flags enable.
 */
public final class Splitter {
    /** Blanks, the default separators. */
    public static final String BLANKS = " \t\n\r";

    /** Rules for splitting words. */
    public enum Flag {
        /** Quotes group characters and are removed. */
        UNQUOTE,
        /** Quotes group characters and are kept. */
        KEEP_QUOTE,
        /** A backslash is an ordinary character. */
        RETAIN_ESCAPE,
        /** Escape sequences of C; unknown ones are an error. */
        CUNESCAPE,
        /** Unknown escape sequences are kept as they are. */
        UNESCAPE_RELAX,
        /** A backslash escapes a separator or another backslash. */
        UNESCAPE_SEPARATORS,
        /** An unclosed quote and a trailing backslash are not errors. */
        RELAX,
        /** There is an empty word between two separators. */
        EACH_SEPARATOR,
        /** The separator after a word is not skipped. */
        RETAIN_SEPARATORS
    }

    private final String text;
    private final String separators;
    private final Set<Flag> flags;
    private ByteArrayOutputStream word = new ByteArrayOutputStream();
    /** Offset at which the next word is searched; -1 at the end. */
    private int at;

    private int start;
    private int end;

    /** Splits a string at any of the separators. */
    public Splitter(String text, String separators, Set<Flag> flags) {
        this.text = text;
        this.separators = separators;
        this.flags = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
    }

    /** Returns the words between blanks. */
    public static Splitter of(String text, Flag... flags) {
        return new Splitter(text, BLANKS, Set.of(flags));
    }

    /** Returns the words between separators. */
    public static Splitter by(String separators, String text, Flag... flags) {
        return new Splitter(text, separators, Set.of(flags));
    }

    /** Returns all words, or the reason why the string cannot be split. */
    public static Parsed<List<String>> all(String text, Flag... flags) {
        return of(text, flags).rest();
    }

    /** Returns all remaining words, or the reason why the string cannot be split. */
    public Parsed<List<String>> rest() {
        List<String> words = new ArrayList<>();
        for (Optional<Parsed<String>> next = next(); next.isPresent(); next = next()) {
            switch (next.get()) {
                case Parsed.Good<String>(String w) -> words.add(w);
                case Parsed.Bad<String>(Reason reason) -> {
                    return Parsed.bad(reason);
                }
            }
        }
        return Parsed.good(words);
    }

    /** Returns the rest after the words read so far; empty when nothing can follow. */
    public Optional<String> tail() {
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at));
    }

    /** Returns the string that is split. */
    public String text() {
        return text;
    }

    /** Returns the offset of the last word, with its quotes. */
    public int start() {
        return start;
    }

    /** Returns the last word as it is written, with quotes and escapes; after an error, everything from its start. */
    public String written() {
        return text.substring(start, end);
    }

    /** Returns whether no word is left. */
    public boolean atEnd() {
        return at < 0 || at >= text.length();
    }

    /**
     * Returns the next word, the reason why it is invalid, or nothing at the end. After an error nothing more can be
     * read.
     */
    public Optional<Parsed<String>> next() {
        if (at < 0) {
            return Optional.empty();
        }
        word = new ByteArrayOutputStream();
        boolean each = flags.contains(Flag.EACH_SEPARATOR);
        while (at < text.length() && isSeparator(text.charAt(at))) {
            if (each) {
                start = at;
                end = at;
                skipOne();
                return Optional.of(Parsed.good(""));
            }
            at++;
        }
        start = at;
        end = text.length();
        if (at >= text.length()) {
            at = -1;
            return each ? Optional.of(Parsed.good("")) : Optional.empty();
        }
        Optional<Reason> wrong = read();
        return Optional.of(
                wrong.isPresent() ? Parsed.bad(wrong.get()) : Parsed.good(Utf8Text.decode(word.toByteArray())));
    }

    /** Reads to the end of the word; returns the reason why it is invalid. */
    private Optional<Reason> read() {
        char quote = 0;
        boolean quotes = flags.contains(Flag.UNQUOTE) || flags.contains(Flag.KEEP_QUOTE);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && !flags.contains(Flag.RETAIN_ESCAPE)) {
                at++;
                if (at >= text.length()) {
                    return trailing(quote);
                }
                if (!escape()) {
                    return Optional.of(Reason.invalid("escape sequence", "\\" + text.charAt(at)));
                }
            } else if (quote != 0 ? c == quote : quotes && (c == '"' || c == '\'')) {
                quote = quote != 0 ? 0 : c;
                put(flags.contains(Flag.UNQUOTE) ? "" : String.valueOf(c));
                at++;
            } else if (quote == 0 && isSeparator(c)) {
                end = at;
                skip();
                return Optional.empty();
            } else {
                at += put(text.substring(at, text.offsetByCodePoints(at, 1)));
            }
        }
        at = -1;
        return quote != 0 && !flags.contains(Flag.RELAX)
                ? Optional.of(Reason.of("missing closing quote"))
                : Optional.empty();
    }

    private Optional<Reason> trailing(char quote) {
        at = -1;
        boolean relaxed = flags.contains(Flag.RELAX);
        if (flags.contains(Flag.UNESCAPE_RELAX) && (quote == 0 || relaxed)) {
            put("\\");
            return Optional.empty();
        }
        return relaxed ? Optional.empty() : Optional.of(Reason.of("trailing backslash"));
    }

    /** Reads the characters after a backslash; false when they are not an escape sequence. */
    private boolean escape() {
        char c = text.charAt(at);
        if (!flags.contains(Flag.CUNESCAPE)
                && !flags.contains(Flag.UNESCAPE_SEPARATORS)
                && !flags.contains(Flag.UNESCAPE_RELAX)) {
            at += put(text.substring(at, text.offsetByCodePoints(at, 1)));
            return true;
        }
        Optional<Escapes.Escape> escape = flags.contains(Flag.CUNESCAPE) ? Escapes.read(text, at) : Optional.empty();
        if (escape.isPresent()) {
            word.writeBytes(escape.get().bytes());
            at += escape.get().length();
        } else if (flags.contains(Flag.UNESCAPE_SEPARATORS) && (isSeparator(c) || c == '\\')) {
            at += put(String.valueOf(c));
        } else if (flags.contains(Flag.UNESCAPE_RELAX)) {
            put("\\");
            at += put(text.substring(at, text.offsetByCodePoints(at, 1)));
        } else {
            return false;
        }
        return true;
    }

    private int put(String piece) {
        word.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        return piece.length();
    }

    private void skip() {
        if (flags.contains(Flag.EACH_SEPARATOR)) {
            skipOne();
        } else if (!flags.contains(Flag.RETAIN_SEPARATORS)) {
            while (at < text.length() && isSeparator(text.charAt(at))) {
                at++;
            }
            at = at < text.length() ? at : -1;
        }
    }

    private void skipOne() {
        at += flags.contains(Flag.RETAIN_SEPARATORS) ? 0 : 1;
    }

    private boolean isSeparator(char c) {
        return separators.indexOf(c) >= 0;
    }
}
