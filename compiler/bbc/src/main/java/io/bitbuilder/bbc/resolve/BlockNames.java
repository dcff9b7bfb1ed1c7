package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Names that blocks of each tenant may have, as they are written: without evaluating conditions and loops. */
final class BlockNames {
    private final Map<DeclaredNames, Written> byOwner = new IdentityHashMap<>();

    private BlockNames() {}

    /** Labels of one owner; a computed one may be any name. */
    private static final class Written {
        private final Set<String> names = new HashSet<>();
        private boolean computed;

        void add(Body body) {
            for (Stmt stmt : body.stmts()) {
                switch (stmt) {
                    case Stmt.Entry e -> e.labels().forEach(this::add);
                    case Stmt.If i -> {
                        add(i.then());
                        i.otherwise().ifPresent(this::add);
                    }
                    case Stmt.For f -> add(f.body());
                    default -> {
                        // No other statement opens a block.
                    }
                }
            }
        }

        private void add(Stmt.Label label) {
            if (label.computed()) {
                computed = true;
            } else if (label.value() instanceof Expr.NameRef name) {
                names.add(name.name());
            }
        }
    }

    static BlockNames of(OwnerCheck owners) {
        BlockNames all = new BlockNames();
        Written shared = new Written();
        addProfiles(shared, owners.std());
        owners.ofPlatform().forEach(names -> addProfiles(shared, names));
        for (DeclaredNames home : owners.ofUsers()) {
            Written own = all.byOwner.computeIfAbsent(home, h -> new Written());
            own.names.addAll(shared.names);
            own.computed |= shared.computed;
            addProfiles(own, home);
        }
        owners.tenants()
                .values()
                .forEach(opened -> opened.forEach(one -> one.entry()
                        .body()
                        .ifPresent(body -> all.byOwner
                                .computeIfAbsent(one.names(), h -> new Written())
                                .add(body))));
        return all;
    }

    private static void addProfiles(Written written, DeclaredNames home) {
        home.profiles().stream()
                .filter(p -> p.decl().kinds().stream().anyMatch(k -> k.text().equals("tenant")))
                .forEach(p -> written.add(p.decl().body()));
    }

    /** Returns whether a block that an owner sees may have the name. */
    boolean mayHave(VisibleNames visible, String name) {
        Written own = byOwner.get(visible.home());
        return own == null || visible.ofEachTenant() || own.computed || own.names.contains(name);
    }

    /** Returns the written names that an owner sees. */
    Set<String> of(DeclaredNames home) {
        Written own = byOwner.get(home);
        return own == null ? Set.of() : own.names;
    }
}
