package io.bitbuilder.bbc.eval;

import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Names visible to an expression. Every value may be {@link Value#ERROR} or {@link Value.Late}. */
public interface Scope {
    /** Returns a local: a {@code let}, a parameter or a loop variable. */
    Optional<Value> local(String name);

    /** Returns the block of {@code self}, {@code workload}, {@code tenant} or {@code host}. */
    Value place(String word, Span span);

    /** Returns a block of the tenant by its bare name. */
    Optional<Value> sibling(String name, Span span);

    /** Returns a checked reference to a block of that kind. */
    Value reference(String kind, String name, Span span);

    /** Prefix of the members of the innermost block. */
    String SELF = "self.";

    /** Returns the names of locals, siblings and members of the innermost block, for suggestions. */
    List<String> names();

    /** Returns whether a local of that name is hidden here, since a bare word is literal. */
    default boolean isLocalElsewhere(String name) {
        return false;
    }

    /** Returns the evaluation budget of the scope's owner. */
    Budget budget();

    /** Returns this scope with one more local. */
    default Scope with(String name, Value value) {
        return new Extended(this, name, value);
    }

    /** Scope with one more local. */
    record Extended(Scope outer, String name, Value value) implements Scope {
        @Override
        public Optional<Value> local(String wanted) {
            return wanted.equals(name) ? Optional.of(value) : outer.local(wanted);
        }

        @Override
        public Value place(String word, Span span) {
            return outer.place(word, span);
        }

        @Override
        public Optional<Value> sibling(String wanted, Span span) {
            return outer.sibling(wanted, span);
        }

        @Override
        public Value reference(String kind, String wanted, Span span) {
            return outer.reference(kind, wanted, span);
        }

        @Override
        public List<String> names() {
            return outer.names();
        }

        @Override
        public Budget budget() {
            return outer.budget();
        }
    }
}
