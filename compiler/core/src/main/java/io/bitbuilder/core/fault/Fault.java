package io.bitbuilder.core.fault;

/** Failure of a run whose input may be valid. The message is one sentence without a full stop. */
public abstract sealed class Fault extends RuntimeException permits EnvironmentFault, MovedFault, InternalFault {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message);
    }

    Fault(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the exit code of the process. */
    public abstract int exitCode();
}
