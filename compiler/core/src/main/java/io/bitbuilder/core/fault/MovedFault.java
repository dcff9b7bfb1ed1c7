package io.bitbuilder.core.fault;

/** Concurrent change of a ref, or a lock held by another process; running again may help. Exit code 3. */
public final class MovedFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** Creates a fault with a sentence for the user. */
    public MovedFault(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
