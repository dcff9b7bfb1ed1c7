package io.bitbuilder.bbc.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Comments and line ends between two tokens.
 *
 * @param trailing comment on the line of the token before
 * @param comments comments on lines after that
 * @param newline whether the line ends in it
 * @param blank whether a blank line directly precedes the token after it
 */
public record TokenGap(Optional<String> trailing, List<Comment> comments, boolean newline, boolean blank) {
    /** No space. */
    static final TokenGap NONE = new TokenGap(Optional.empty(), List.of(), false, false);

    /** Characters besides comments: space, and separators, which the tree has. */
    private static final String SKIPPED = " \t\r\n;,";

    /** Comment with its {@code #}, without the space at its end. */
    public record Comment(String text, boolean blank) {}

    /** Copies. */
    public TokenGap {
        comments = List.copyOf(comments);
    }

    /** Returns whether there is a comment. */
    public boolean hasComment() {
        return trailing.isPresent() || !comments.isEmpty();
    }

    /** Returns all comments in their order. */
    public Stream<String> texts() {
        return Stream.concat(trailing.stream(), comments.stream().map(Comment::text));
    }

    /** Returns the first offset of a character that is neither space nor separator nor comment. */
    static OptionalInt foreign(String text, int from, int to) {
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '#') {
                at = endOfLine(text, at);
            } else if (SKIPPED.indexOf(text.charAt(at)) < 0) {
                return OptionalInt.of(at);
            } else {
                at++;
            }
        }
        return OptionalInt.empty();
    }

    /** Reads the gap between two offsets; the one at the start of the file follows no token. */
    static TokenGap read(String text, int from, int to) {
        Optional<String> trailing = Optional.empty();
        List<Comment> comments = new ArrayList<>();
        boolean newline = from == 0;
        int feeds = 0;
        int at = from;
        while (at < to) {
            if (text.charAt(at) != '#') {
                feeds += text.charAt(at) == '\n' ? 1 : 0;
                newline |= feeds > 0;
                at++;
                continue;
            }
            int end = endOfLine(text, at);
            String comment = text.substring(at, end).stripTrailing();
            if (newline) {
                comments.add(new Comment(comment, feeds > 1));
            } else {
                trailing = Optional.of(comment);
            }
            feeds = 0;
            at = end;
        }
        return new TokenGap(trailing, comments, newline, feeds > 1);
    }

    private static int endOfLine(String text, int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }
}
