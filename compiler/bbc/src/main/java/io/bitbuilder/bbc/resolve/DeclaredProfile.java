package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Decl;

/**
 * Profile with the names that its body sees.
 *
 * @param name with the prefix of its library
 */
record DeclaredProfile(String name, Decl.Profile decl, DeclaredNames home) {
    boolean isFor(String kind) {
        return decl.kinds().stream().anyMatch(k -> k.text().equals(kind));
    }
}
