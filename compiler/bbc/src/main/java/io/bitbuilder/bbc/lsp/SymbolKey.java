package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.source.Owner;

/**
 * Identity of a declared name.
 *
 * @param kind kind of a block, such as {@code network}, or one of the constants
 * @param home owner that declares it; tenants are names of the platform
 */
record SymbolKey(String kind, Owner home, String name) {
    static final String PROFILE = "profile";
    static final String TYPE = "type";
    static final String VALUE = "let";
    static final String POLICY = "policy";
    static final String TENANT = "tenant";

    /** Begins the kind of a name that is known in one body only; the place of its declaration follows. */
    static final String LOCAL = "local ";
}
