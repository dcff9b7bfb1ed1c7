package io.bitbuilder.core.source;

import java.util.Locale;

/**
 * Limits of a run, so that hostile input costs little and a verdict never depends on the machine. A platform may raise
 * a limit up to its ceiling, never above.
 */
public enum Limit {
    /** Bytes of one file, checked before it is read whole. */
    FILE_BYTES(1 << 20, 16 << 20),
    /** Lines of one file. */
    FILE_LINES(50_000, 500_000),
    /** Bytes of one line. */
    LINE_BYTES(16 << 10, 64 << 10),
    /** Bytes of one token. */
    TOKEN_BYTES(64 << 10, 1 << 20),
    /** Tokens of one file. */
    FILE_TOKENS(200_000, 2_000_000),
    /** Depth of brackets, prefix operators and chains. */
    NESTING(64, 256),
    /** Operators in a row, including those of their operands: each of them adds depth. */
    EXPRESSION_OPERATORS(512, 2_048),
    /** Bytes of a name. */
    NAME_BYTES(63, 63),
    /** Bytes of a path below the root. */
    PATH_BYTES(255, 1024),
    /** Folders of a path below the root. */
    PATH_DEPTH(16, 32),
    /** Input files of one tenant. */
    TENANT_FILES(1_000, 20_000),
    /** Bytes of all input files of one tenant. */
    TENANT_BYTES(16L << 20, 256L << 20),
    /** Blocks of one tenant after loops and profiles. */
    TENANT_BLOCKS(100_000, 1_000_000),
    /** Profiles that one block uses, directly and through others, each counted once for the same arguments. */
    BLOCK_PROFILES(1_000, 10_000),
    /** Steps of evaluation for one tenant. */
    TENANT_STEPS(1_000_000, 100_000_000),
    /** Elements that one loop runs over. */
    LOOP_ELEMENTS(10_000, 100_000),
    /** Bytes of the string that one expression makes. */
    TEXT_BYTES(64 << 10, 1 << 20),
    /** Elements of a list, set or map. */
    LIST_ELEMENTS(10_000, 100_000),
    /** Digits of a whole number. */
    INTEGER_DIGITS(19, 19),
    /** Tenants of a run. */
    FLEET_TENANTS(10_000, 100_000),
    /** Input files of a run. */
    FLEET_FILES(200_000, 2_000_000),
    /** Entries of the folders of a run, input or not: the same tree of Git may stand in many places. */
    FLEET_ENTRIES(1_000_000, 20_000_000),
    /** Bytes of all input files of a run. */
    FLEET_BYTES(2L << 30, 16L << 30),
    /** Findings that are printed; all are counted. */
    DIAGNOSTICS_SHOWN(50, 10_000),
    /** Findings about bytes and grammar in one file, after which the rest of the file is not read. */
    DIAGNOSTICS_FILE_SYNTAX(100, 1_000),
    /** Findings that are kept; all are counted. */
    DIAGNOSTICS_KEPT(10_000, 100_000),
    /** Columns of a source line in a printed finding. */
    EXCERPT_COLUMNS(160, 400),
    /** Results of one SARIF file. */
    SARIF_RESULTS(5_000, 25_000);

    private final long standard;
    private final long ceiling;

    Limit(long standard, long ceiling) {
        this.standard = standard;
        this.ceiling = ceiling;
    }

    /** Returns the default value. */
    public long standard() {
        return standard;
    }

    /** Returns the highest value that a platform may set. */
    public long ceiling() {
        return ceiling;
    }

    /**
     * Returns the name in messages and platform files; the first word names the limited thing, as in
     * {@code file.bytes}.
     */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
