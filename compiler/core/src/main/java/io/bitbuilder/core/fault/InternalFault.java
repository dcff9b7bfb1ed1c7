package io.bitbuilder.core.fault;

/** Internal error of bbc: an invariant is violated. Nothing is written. Exit code 70. */
public final class InternalFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** Creates a fault with the violated invariant. */
    public InternalFault(String message) {
        super(message);
    }

    /** Creates a fault with the violated invariant and its cause. */
    public InternalFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 70;
    }
}
