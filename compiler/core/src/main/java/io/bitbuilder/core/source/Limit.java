package io.bitbuilder.core.source;

import java.util.Locale;

/**
 * Limits of a run, so that hostile input costs little and a verdict never depends on the machine. The platform may
 * raise most of them, by the field of the same name in its block {@code limits}, up to a ceiling.
 */
public enum Limit {
    /** Bytes of one file. */
    FILE_BYTES("Bytes of one file.", 1 << 20, 16 << 20),
    /** Lines of one file. */
    FILE_LINES("Lines of one file.", 50_000, 500_000),
    /** Bytes of one line. */
    LINE_BYTES("Bytes of one line.", 16 << 10, 64 << 10),
    /** Bytes of one token. */
    TOKEN_BYTES("Bytes of one token.", 64 << 10, 1 << 20),
    /** Tokens of one file. */
    FILE_TOKENS("Tokens of one file.", 200_000, 2_000_000),
    /** Depth of brackets, prefix operators and chains. */
    NESTING("Depth of brackets, prefix operators and chains.", 64, 256),
    /** Operators in a row, including those of their operands: each of them adds depth. */
    EXPRESSION_OPERATORS("Operators in a row, including those of their operands: each of them adds depth.", 512, 1_024),
    /** Bytes of a name. */
    NAME_BYTES("Bytes of a name.", 63),
    /** Bytes of a path below the root. */
    PATH_BYTES("Bytes of a path below the root.", 255, 1024),
    /** Folders of a path below the root. */
    PATH_DEPTH("Folders of a path below the root.", 16, 32),
    /** Input files of one tenant. */
    TENANT_FILES("Input files of one tenant.", 1_000, 20_000),
    /** Bytes of all input files of one tenant. */
    TENANT_BYTES("Bytes of all input files of one tenant.", 16L << 20, 256L << 20),
    /** Blocks of one tenant after loops and profiles. */
    TENANT_BLOCKS("Blocks of one tenant after loops and profiles.", 100_000, 1_000_000),
    /** Profiles that one block uses, also through others; equal arguments count once. */
    BLOCK_PROFILES("Profiles that one block uses, also through others; equal arguments count once.", 1_000, 10_000),
    /** Steps of evaluation for one tenant. */
    TENANT_STEPS("Steps of evaluation for one tenant.", 1_000_000, 100_000_000),
    /** Steps of evaluation of one policy for the blocks of one tenant. */
    POLICY_STEPS("Steps of evaluation of one policy for the blocks of one tenant.", 1_000_000, 100_000_000),
    /** Tests of one owner: of a tenant, or of the platform. */
    OWNER_TESTS("Tests of one owner: of a tenant, or of the platform.", 1_000, 10_000),
    /** Steps of evaluation of all tests of one owner; each compiled fleet counts as 5000 more. */
    TEST_STEPS(
            "Steps of evaluation of all tests of one owner; each compiled fleet counts as 5000 more.",
            5_000_000,
            500_000_000),
    /** Elements that one loop runs over. */
    LOOP_ELEMENTS("Elements that one loop runs over.", 10_000, 100_000),
    /** Bytes of the string that one expression makes. */
    TEXT_BYTES("Bytes of the string that one expression makes.", 64 << 10, 1 << 20),
    /** Elements of a list, set or map. */
    LIST_ELEMENTS("Elements of a list, set or map.", 10_000, 100_000),
    /** Digits of a whole number. */
    INTEGER_DIGITS("Digits of a whole number.", 19),
    /** Tenants of a run. */
    FLEET_TENANTS("Tenants of a run.", 10_000, 100_000),
    /** Input files of a run. */
    FLEET_FILES("Input files of a run.", 200_000, 2_000_000),
    /** Entries of the folders of a run, input or not: the same tree of Git may be in many places. */
    FLEET_ENTRIES("Entries of the folders of a run, input or not.", 1_000_000, 20_000_000),
    /** Bytes of all input files of a run. */
    FLEET_BYTES("Bytes of all input files of a run.", 2L << 30, 16L << 30),
    /** Findings that are printed; all are counted. */
    DIAGNOSTICS_SHOWN("Findings that are printed; all are counted.", 50),
    /** Findings about bytes and grammar in one file; the rest is not read. */
    DIAGNOSTICS_FILE_SYNTAX("Findings about bytes and grammar in one file; the rest is not read.", 100),
    /** Findings that are kept; all are counted. */
    DIAGNOSTICS_KEPT("Findings that are kept; all are counted.", 10_000),
    /** Columns of a source line in a printed finding. */
    EXCERPT_COLUMNS("Columns of a source line in a printed finding.", 160),
    /** Results of one SARIF file. */
    SARIF_RESULTS("Results of one SARIF file.", 5_000);

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"};
    private static final int UNIT = 1024;

    private final String meaning;
    private final long standard;
    private final long ceiling;

    Limit(String meaning, long standard, long ceiling) {
        this.meaning = meaning;
        this.standard = standard;
        this.ceiling = ceiling;
    }

    Limit(String meaning, long fixed) {
        this(meaning, fixed, fixed);
    }

    /** Returns what is limited, as a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns the default value. */
    public long standard() {
        return standard;
    }

    /** Returns the highest value that a platform may set; the default of a limit that nobody raises. */
    public long ceiling() {
        return ceiling;
    }

    /** Returns whether a platform may raise it. */
    public boolean raisable() {
        return ceiling > standard;
    }

    /** Returns whether it is a number of bytes, which the language writes as a size. */
    public boolean isSize() {
        return name().endsWith("_BYTES");
    }

    /** Returns the name in messages and of the field of the platform: {@code file-bytes}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a value as the language writes it: {@code 100000}, or a size such as {@code 16MiB}. */
    public String text(long value) {
        if (!isSize()) {
            return Long.toString(value);
        }
        long left = value;
        int unit = 0;
        while (unit < UNITS.length - 1 && left > 0 && left % UNIT == 0) {
            left /= UNIT;
            unit++;
        }
        return left + UNITS[unit];
    }
}
