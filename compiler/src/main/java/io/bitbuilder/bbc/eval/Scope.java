package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/** The names that an expression can see. Every answer may be {@link Value#ERROR} or {@link Value.Late}. */
public interface Scope {
    /** A local: a {@code let}, a parameter, a loop's variable. */
    Optional<Value> local(String name);

    /** {@code self}, {@code workload}, {@code tenant}, {@code host}. */
    Value place(String word, Span span);

    /** A block of the tenant that can be named by its bare name. */
    Optional<Value> sibling(String name);

    /** A checked reference to a block of that kind. */
    Value reference(String kind, String name, Span span);

    /** What stands before the members of the innermost block. */
    String SELF = "self.";

    /** Names of locals, siblings and members of the innermost block, for suggestions. */
    List<String> names();

    /** What the owner of the scope may still spend. */
    Budget budget();

    /** This scope with one more local. */
    default Scope with(String name, Value value) {
        return new Extended(this, name, value);
    }

    /** A scope with one more local. */
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
        public Optional<Value> sibling(String wanted) {
            return outer.sibling(wanted);
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
