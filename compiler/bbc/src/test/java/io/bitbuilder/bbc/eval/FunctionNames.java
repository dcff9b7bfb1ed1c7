package io.bitbuilder.bbc.eval;

import java.util.List;

/** Names of the functions of the language, for tests of other packages. */
public final class FunctionNames {
    private FunctionNames() {}

    /** Returns all names. */
    public static List<String> all() {
        return FunctionCalls.Signature.names();
    }
}
