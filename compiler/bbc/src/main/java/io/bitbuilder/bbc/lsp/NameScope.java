package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that a place of a program sees.
 *
 * @param owner owner of the file
 * @param locals names of the bodies around the place
 */
record NameScope(Schema schema, Owner owner, Map<String, SymbolKey> locals) {
    /** Returns the scope with one more local, declared at a place. */
    NameScope with(String name, Span at) {
        Map<String, SymbolKey> all = new HashMap<>(locals);
        all.put(name, local(name, at));
        return new NameScope(schema, owner, all);
    }

    /** Returns the identity of a local. */
    SymbolKey local(String name, Span at) {
        return new SymbolKey(SymbolKey.LOCAL + at.file().path() + ":" + at.start(), owner, name);
    }

    /** Returns the candidates of a name of a kind: of the owner, the platform, the standard library. */
    List<SymbolKey> named(String kind, String name) {
        return Stream.of(owner, Owner.PLATFORM, Owner.STD)
                .distinct()
                .map(home -> new SymbolKey(kind, home, name))
                .toList();
    }

    /** Returns the candidates of the target of {@code ref kind}. */
    List<SymbolKey> referred(String kind, String name) {
        return schema.referred(kind).stream()
                .flatMap(k -> named(k.name(), name).stream())
                .toList();
    }

    /** Returns the candidates of a bare word without an expected kind: a local, a block of the tenant. */
    List<SymbolKey> bare(String name) {
        SymbolKey local = locals.get(name);
        if (local != null) {
            return List.of(local);
        }
        List<SymbolKey> all = new ArrayList<>(named(SymbolKey.VALUE, name));
        schema.children(SymbolKey.TENANT).stream()
                .map(Kind::name)
                .forEach(kind -> all.add(new SymbolKey(kind, owner, name)));
        return all;
    }

    /** Returns the kind of blocks under a keyword in a kind. */
    Optional<Kind> inside(Optional<Kind> kind, String word) {
        return kind.isEmpty() ? schema.kind(word) : schema.inside(kind.get(), word);
    }
}
