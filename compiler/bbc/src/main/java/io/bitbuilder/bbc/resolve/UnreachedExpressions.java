package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the names and calls in all expressions, also where nothing evaluates them: in branches that are not taken,
 * loops without elements, profiles and locals that nothing uses. It is one pass over the program and evaluates nothing.
 */
final class UnreachedExpressions {
    private static final Type BOOL = new Type.Of(Scalar.BOOL);

    private final ProgramContext context;
    private final StaticNames names;
    private final Map<Kind, BodyHolder> holders = new IdentityHashMap<>();

    private UnreachedExpressions(ProgramContext context, BlockNames blocks) {
        this.context = context;
        this.names = new StaticNames(context, blocks);
    }

    /** Reports mistakes that are not reported yet. */
    static void check(OwnerCheck owners, ProgramContext context) {
        UnreachedExpressions check = new UnreachedExpressions(context, BlockNames.of(owners));
        for (DeclaredNames home : owners.ofUsers()) {
            VisibleNames visible = VisibleNames.of(home.home(), false);
            home.ownLets().forEach(let -> check.names.expression(let.value(), Place.ANYTHING, visible));
            boolean shared = owners.ofPlatform().contains(home);
            home.profiles().forEach(profile -> check.profile(profile, shared));
        }
        owners.platforms().forEach(check::top);
        owners.tenants().values().forEach(opened -> opened.forEach(check::top));
    }

    private void top(OwnerCheck.Opened opened) {
        Stmt.Entry entry = opened.entry();
        if (entry.span().file().path().endsWith(".bbc")) {
            context.schema()
                    .kind(entry.kind().text())
                    .ifPresent(kind -> entry.body()
                            .ifPresent(
                                    body -> body(body, BodyHolder.of(kind), VisibleNames.of(opened.names(), false))));
        }
    }

    /** The blocks that a profile of the platform sees are those of each tenant that uses it. */
    private void profile(DeclaredProfile profile, boolean shared) {
        VisibleNames visible = VisibleNames.of(profile.home(), shared)
                .with(profile.decl().params().stream()
                        .map(Decl.Param::name)
                        .map(Name::text)
                        .toList());
        for (Name kind : profile.decl().kinds()) {
            context.schema()
                    .kind(kind.text())
                    .ifPresent(k -> body(profile.decl().body(), BodyHolder.of(k), visible));
        }
    }

    private void body(Body body, BodyHolder holder, VisibleNames outer) {
        VisibleNames visible = outer.with(body.stmts().stream()
                .filter(Stmt.Let.class::isInstance)
                .map(let -> ((Stmt.Let) let).name().text())
                .toList());
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field f -> names.expression(f.value(), holder.place(f), visible);
                case Stmt.Entry e -> entry(e, holder, visible);
                case Stmt.Use u -> u.args().forEach(arg -> names.expression(arg.value(), Place.OPEN, visible));
                case Stmt.Let l -> names.expression(l.value(), Place.ANYTHING, visible);
                case Stmt.If i -> {
                    names.expression(i.condition(), Place.of(BOOL, "a condition"), visible);
                    body(i.then(), holder, visible);
                    i.otherwise().ifPresent(b -> body(b, holder, visible));
                }
                case Stmt.For f -> {
                    names.expression(f.in(), Place.ANYTHING, visible);
                    VisibleNames inner = visible.with(f.variables().names());
                    f.where().ifPresent(w -> names.expression(w, Place.of(BOOL, "a condition"), inner));
                    body(f.body(), holder, inner);
                }
                case Stmt.Defaults d ->
                    context.schema()
                            .kind(d.kind().text())
                            .ifPresent(kind -> body(d.body(), BodyHolder.of(kind), visible.ofEachTenant(true)));
                case Stmt.Refused r -> {
                    // The parser has reported it.
                }
            }
        }
    }

    /** Returns what the body of a block sets, found once for each kind: there may be many blocks. */
    private BodyHolder holder(Kind element, Kind outer, String word) {
        return holders.computeIfAbsent(element, kind -> {
            BodyHolder own = BodyHolder.of(kind);
            return kind.entries(Labels.by(outer, word)).map(own::map).orElse(own);
        });
    }

    private void entry(Stmt.Entry entry, BodyHolder holder, VisibleNames visible) {
        Labels.all(entry).stream()
                .filter(Stmt.Label::computed)
                .forEach(label -> names.expression(label.value(), Place.OPEN, visible));
        String word = entry.kind().text();
        Optional<Kind> inside = holder.kind().flatMap(kind -> context.schema().inside(kind, word));
        Optional<Member> member = holder.members().member(word);
        entry.body().ifPresent(body -> {
            if (inside.isPresent()) {
                body(body, holder(inside.get(), holder.kind().orElseThrow(), word), visible);
            } else if (member.isPresent() && member.get() instanceof NestedBlock nested) {
                body(body, holder.nested(nested), visible);
            } else if (member.isPresent() && member.get() instanceof Field field) {
                body(body, holder.map(field), visible);
            }
        });
    }
}
