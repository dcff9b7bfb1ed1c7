package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;

/**
 * Names of environment variables that systemd accepts (env_name_is_valid): letters, digits and {@code _}, no digit
 * first.
 */
public final class VariableName {
    private VariableName() {}

    /** Returns whether systemd accepts the name; it silently ignores an assignment to any other. */
    public static boolean isValid(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isLetter(c) || c == '_' || c >= '0' && c <= '9')
                && (isLetter(name.charAt(0)) || name.charAt(0) == '_');
    }

    static void require(String name) {
        if (!isValid(name)) {
            throw new InternalFault("'" + name + "' is not a name of an environment variable");
        }
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
