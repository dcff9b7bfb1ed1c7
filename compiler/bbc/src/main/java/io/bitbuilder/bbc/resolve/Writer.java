package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writer of a block: the block itself, one use of a profile with its arguments, or the defaults of a platform. A writer
 * overrides another only if it uses it, directly or indirectly; upper layers override lower ones.
 */
final class Writer {
    private final String title;
    private final List<WriteStep> steps;
    private final int layer;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Writer> uses = new LinkedHashSet<>();

    /** Body of the writer with the scope of its expressions. */
    record Piece(BodyIndex index, LexicalScope env, Span span) {}

    Writer(String title, List<WriteStep> steps, int layer) {
        this.title = title;
        this.steps = List.copyOf(steps);
        this.layer = layer;
    }

    /** Returns its name in messages: "the block itself", "profile hardened". */
    String title() {
        return title;
    }

    /** Returns the profiles or defaults that it came through, outermost first. */
    List<WriteStep> via() {
        return steps;
    }

    int layer() {
        return layer;
    }

    List<Piece> pieces() {
        return pieces;
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    void uses(Writer other) {
        uses.add(other);
    }

    Set<Writer> uses() {
        return uses;
    }

    boolean overrides(Writer other) {
        return this != other && (layer < other.layer || layer == other.layer && reaches(other));
    }

    private boolean reaches(Writer other) {
        if (uses.isEmpty()) {
            return false;
        }
        Set<Writer> seen = new HashSet<>(uses);
        Deque<Writer> open = new ArrayDeque<>(uses);
        while (!open.isEmpty()) {
            Writer next = open.pop();
            if (next == other) {
                return true;
            }
            for (Writer used : next.uses) {
                if (seen.add(used)) {
                    open.push(used);
                }
            }
        }
        return false;
    }
}
