package io.bitbuilder.bbc.fault;

/** Why a run could not be carried out although its input may be fine. The message is one sentence without a full stop. */
public abstract sealed class Fault extends RuntimeException permits EnvironmentFault, MovedFault, InternalFault {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message);
    }

    Fault(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exit code of the process. */
    public abstract int exitCode();
}
