package io.bitbuilder.core.fault;

import java.io.IOException;

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

    /** Creates a fault with a sentence for the user, which the reason of a failed access is added to. */
    public static EnvironmentFault of(String message, IOException cause) {
        return new EnvironmentFault(message + ": " + IoReason.of(cause), cause);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
