package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A program with other space and comments between its tokens: wherever the language allows space, lines may end, and a
 * comment may be.
 */
final class Mutant {
    /** Words that a line may end after; operators and brackets are others. */
    private static final Set<String> CONTINUE = Set.of("=", "+=", "->", "in", "..");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<SourceToken> open = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();

    private Mutant(Random random) {
        this.random = random;
    }

    /** A program and all its comments. */
    record Program(String text, List<String> comments) {}

    static Program of(List<SourceToken> tokens, Random random) {
        Mutant mutant = new Mutant(random);
        SourceToken previous = tokens.getLast();
        boolean separated = true;
        for (SourceToken token : tokens) {
            if (token.role() == Role.SEPARATOR) {
                separated = true;
                continue;
            }
            mutant.gap(previous, token, separated);
            mutant.out.append(token.text());
            if (token.role().isOpening()) {
                mutant.open.add(token);
            } else if (token.role() == Role.CLOSE) {
                mutant.open.removeLast();
            }
            separated = token.role() == Role.BODY || token.role() == Role.DOC || token.role() == Role.NAMES;
            previous = token;
        }
        return new Program(mutant.out.toString(), mutant.comments);
    }

    private void gap(SourceToken previous, SourceToken token, boolean separated) {
        Role in = open.isEmpty() ? Role.BODY : open.getLast().role();
        boolean first = previous.role().isOpening() || previous.role() == Role.END;
        boolean closes = token.role() == Role.CLOSE || token.role() == Role.END;
        switch (in) {
            case LIST, CALL -> {
                boolean comma = !first && (closes ? random.nextBoolean() : separated);
                space(true, 0);
                out.append(comma ? "," : "");
                space(true, comma || first || closes ? 0 : Spacing.between(previous, token));
            }
            case GROUP ->
                space(
                        !open.getLast().text().equals("{") || first || closes,
                        first || closes ? 0 : Spacing.between(previous, token));
            case NAMES -> name(first, closes);
            default -> {
                if (separated) {
                    statement(first || previous.role() == Role.DOC, closes);
                } else {
                    space(continues(previous), Spacing.between(previous, token));
                }
            }
        }
    }

    private void name(boolean first, boolean closes) {
        String end = first || closes ? "" : random.nextBoolean() ? "," : random.nextBoolean() ? "\n" : " ";
        space(false, 0);
        out.append(end);
        space(!end.equals(" ") || first, 0);
    }

    private void statement(boolean first, boolean closes) {
        if (!first && !closes && random.nextBoolean()) {
            space(false, 0);
            out.append(random.nextBoolean() ? ";" : "\n");
        } else if (!first && !closes) {
            line();
        }
        space(true, 0);
    }

    private static boolean continues(SourceToken token) {
        return token.role().isOperator() || CONTINUE.contains(token.text());
    }

    private void space(boolean lines, int least) {
        int spaces = Math.max(least, random.nextInt(4) - 1);
        out.repeat(random.nextInt(20) == 0 ? '\t' : ' ', spaces);
        while (lines && random.nextInt(6) == 0) {
            line();
        }
    }

    /** Ends a line, perhaps with a comment. */
    private void line() {
        if (random.nextInt(3) == 0) {
            String comment = "#" + " x".repeat(random.nextInt(3)) + (comments.size() + 1) + " ; } ]\" ''' \"\"\" {";
            comments.add(comment);
            out.append(comment).repeat(' ', random.nextInt(3));
        }
        out.append(random.nextInt(9) == 0 ? "\r\n" : "\n").repeat('\n', random.nextInt(5) == 0 ? 3 : 0);
        out.repeat(' ', random.nextInt(12));
    }
}
