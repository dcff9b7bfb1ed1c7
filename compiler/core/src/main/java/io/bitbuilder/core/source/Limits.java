package io.bitbuilder.core.source;

import java.util.EnumMap;
import java.util.Map;

/**
 * Limits of a run: the default ones and those that the platform has raised.
 *
 * @param changed the limits whose values are not the defaults
 */
public record Limits(Map<Limit, Long> changed) {
    /** Default limits. */
    public static final Limits DEFAULT = new Limits(Map.of());

    /** Copies. */
    public Limits {
        changed = Map.copyOf(changed);
    }

    /** Returns these limits with one changed; never above its ceiling and never below 1. */
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> copy = new EnumMap<>(Limit.class);
        copy.putAll(changed);
        copy.put(limit, Math.clamp(value, 1, limit.ceiling()));
        return new Limits(copy);
    }

    /** Returns these limits with one that is at least the value, and at most its ceiling. */
    public Limits raised(Limit limit, long value) {
        return value > of(limit) ? with(limit, value) : this;
    }

    /** Returns the effective value. */
    public long of(Limit limit) {
        return changed.getOrDefault(limit, limit.standard());
    }

    /** Returns the maximum number of tokens in a file. */
    public int fileTokens() {
        return (int) of(Limit.FILE_TOKENS);
    }

    /** Returns the maximum length of a token, in bytes of UTF-8. */
    public int tokenBytes() {
        return (int) of(Limit.TOKEN_BYTES);
    }

    /** Returns the maximum nesting of brackets, prefix operators, postfix chains and conditions. */
    public int nesting() {
        return (int) of(Limit.NESTING);
    }

    /** Returns the maximum length of a name, in bytes. */
    public int nameBytes() {
        return (int) of(Limit.NAME_BYTES);
    }

    /** Returns the maximum number of digits of a whole number. */
    public int integerDigits() {
        return (int) of(Limit.INTEGER_DIGITS);
    }

    /** Returns the maximum number of findings about bytes and grammar of a file. */
    public int syntaxFindings() {
        return (int) of(Limit.DIAGNOSTICS_FILE_SYNTAX);
    }
}
