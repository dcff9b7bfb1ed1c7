package io.bitbuilder.bbc.resolve;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locals that an expression sees: of the bodies around it, and at the top of files.
 *
 * @param home the names of the owner
 * @param ofEachTenant whether the blocks that it sees are those of any tenant: in a profile or defaults of the platform
 */
record VisibleNames(
        DeclaredNames home,
        boolean ofEachTenant,
        Set<String> locals,
        @Nullable VisibleNames outer) {
    /** Returns the names at the top of the owner's files. */
    static VisibleNames of(DeclaredNames home, boolean ofEachTenant) {
        return new VisibleNames(home, ofEachTenant, Set.of(), null);
    }

    VisibleNames with(Collection<String> more) {
        return more.isEmpty() ? this : new VisibleNames(home, ofEachTenant, Set.copyOf(more), this);
    }

    VisibleNames ofEachTenant(boolean each) {
        return new VisibleNames(home, each, locals, outer);
    }

    boolean hasLocal(String name) {
        for (VisibleNames at = this; at != null; at = at.outer) {
            if (at.locals.contains(name)) {
                return true;
            }
        }
        return home.hasLet(name);
    }
}
