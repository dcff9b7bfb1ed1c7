package io.bitbuilder.bbc.diagnostic;

/**
 * What surrounds a run makes it impossible: a repository of a format that bbc does not read, a folder that is not ours, a
 * full disk. No fault of the input and none of bbc; the exit code is 2. The message is one sentence without a full stop that
 * names the thing and, where there is one, the way out; it is escaped where it is printed.
 */
public final class EnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public EnvironmentException(String message) {
        super(message);
    }

    /** With a sentence and what the machine said. */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
