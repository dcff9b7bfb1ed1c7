package io.bitbuilder.bbc.source;

/**
 * What one file may hold. Only the platform raises a limit; a program over one is refused with the limit's name.
 *
 * @param fileTokens most tokens in a file ({@code file.tokens})
 * @param tokenBytes longest token, in bytes of UTF-8 ({@code token.bytes})
 * @param nesting deepest nesting of brackets, prefix operators, postfix chains and conditions ({@code nesting})
 * @param nameBytes longest name ({@code name.bytes})
 * @param integerDigits most digits of a whole number ({@code integer.digits})
 * @param syntaxFindings most syntax findings of a file ({@code diagnostics.file.syntax})
 */
public record Limits(int fileTokens, int tokenBytes, int nesting, int nameBytes, int integerDigits, int syntaxFindings) {
    /** What holds when the platform says nothing. */
    public static final Limits DEFAULT = new Limits(200_000, 64 << 10, 64, 63, 19, 100);
}
