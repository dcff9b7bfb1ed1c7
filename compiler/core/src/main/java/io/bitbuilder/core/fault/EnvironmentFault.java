package io.bitbuilder.core.fault;

/** Usage or environment error: a missing folder, an unreadable repository. Exit code 2. */
public final class EnvironmentFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** Creates a fault with a sentence for the user. */
    public EnvironmentFault(String message) {
        super(message);
    }

    /** Creates a fault with a sentence for the user and its cause. */
    public EnvironmentFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
