package io.bitbuilder.bbc.fault;

/** Wrong use of the command line, or an environment that cannot be used: a missing folder, an unreadable repository. Exit code 2. */
public final class EnvironmentFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public EnvironmentFault(String message) {
        super(message);
    }

    /** With a sentence for the user and what caused it. */
    public EnvironmentFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
