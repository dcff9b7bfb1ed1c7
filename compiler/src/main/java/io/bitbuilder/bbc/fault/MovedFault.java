package io.bitbuilder.bbc.fault;

/** Somebody else moved a ref or holds a lock; running again may help. Exit code 3. */
public final class MovedFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public MovedFault(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
