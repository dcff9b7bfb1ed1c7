package io.bitbuilder.bbc.fault;

/** A fault of bbc itself: an invariant did not hold. Nothing is written. Exit code 70. */
public final class InternalFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** With what did not hold. */
    public InternalFault(String message) {
        super(message);
    }

    /** With what did not hold and its cause. */
    public InternalFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 70;
    }
}
